using Ptce.ServiceDefaults.Access;

namespace Ptce.Identity.People;

/// <summary><c>/api/identity</c>: people and their grants.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapGet("me", ReadPeople.MeAsync).RequirePermission(Permissions.AccountOwn)
            .Produces<PersonView>().WithSummary("One's own entry");

        var people = api.MapGroup("people").RequirePermission(Permissions.IdentityManage);
        people.MapGet("", ReadPeople.ListAsync).WithSummary("People, by address");
        people.MapPost("", RegisterPerson.HandleAsync).Produces<PersonView>(201).Produces<PersonView>().WithSummary("Register a person");
        people.MapGet("{id:guid}", ReadPeople.ByIdAsync).Produces<PersonView>().WithSummary("One person");
        people.MapPut("{id:guid}", EditPerson.HandleAsync).Produces<PersonView>().WithSummary("Edit, close or reopen an account");
        people.MapPost("{id:guid}/invitation", InvitePerson.HandleAsync).Produces<InvitePerson.Answer>().WithSummary("Send the link by which the person chooses a password");
        people.MapGet("{id:guid}/grants", GrantAccess.ListAsync).Produces<GrantAccess.View[]>().WithSummary("What a person may do");
        people.MapPost("{id:guid}/grants", GrantAccess.GiveAsync).Produces<GrantAccess.View>(201).Produces<GrantAccess.View>().WithSummary("Give a grant");
        people.MapDelete("{id:guid}/grants/{grant}", GrantAccess.WithdrawAsync).WithSummary("Withdraw a grant");
    }
}
