namespace Ptce.Contracts;

/// <summary>
/// A fact that one service announces to the others, in the past tense. Events are records of plain data, changed only by
/// adding optional members; a breaking change is a new record with the suffix <c>V2</c>. Delivery, identity and order
/// (message id, stream, sequence) belong to the envelope in Messaging, not to the event.
/// </summary>
public interface IEvent;
