namespace Ptce.Reporting;

/// <summary>Names this service's program for test hosts: <c>Program</c> is ambiguous where several web projects are referenced.</summary>
public sealed class ReportingService;
