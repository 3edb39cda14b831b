namespace Ptce.ServiceDefaults.Problems;

/// <summary>Failures that any request can meet, whatever the service.</summary>
public static class RequestProblems
{
    /// <summary>Not signed in.</summary>
    public static readonly Problem NotSignedIn = new("request.access.not-signed-in", 401,
        "Vous n'êtes pas connecté, ou votre session a expiré. Connectez-vous puis recommencez.", "You are not signed in, or your session has ended. Sign in and try again.");

    /// <summary>No such permission anywhere.</summary>
    public static readonly Problem NotAllowed = new("request.access.not-allowed", 403,
        "Votre rôle ne permet pas cette action. Demandez à un administrateur de l'observatoire.", "Your role does not allow this. Ask an administrator of the observatory.");

    /// <summary>It does not exist, or not for you: the two answer alike.</summary>
    public static readonly Problem NotFound = new("request.resource.not-found", 404,
        "Cette ressource n'existe pas, ou vous n'y avez pas accès. Vérifiez l'adresse.", "This does not exist, or you have no access to it. Check the address.");

    /// <summary>Wrong HTTP method.</summary>
    public static readonly Problem MethodNotAllowed = new("request.method.not-allowed", 405,
        "Cette adresse ne connaît pas cette méthode HTTP.", "This address does not take this HTTP method.");

    /// <summary>The body cannot be read.</summary>
    public static readonly Problem Unreadable = new("request.body.unreadable", 400,
        "La requête est illisible. Corrigez le champ indiqué puis renvoyez-la.", "The request cannot be read. Correct the field named and send it again.");

    /// <summary>Fields are wrong.</summary>
    public static readonly Problem Invalid = new("request.body.invalid", 400,
        "Certaines valeurs ne conviennent pas. Corrigez-les puis renvoyez la requête.", "Some values are not accepted. Correct them and send the request again.");

    /// <summary>Body too large.</summary>
    public static readonly Problem TooLarge = new("request.body.too-large", 413,
        "La requête est trop volumineuse. Découpez-la.", "The request is too large. Split it.");

    /// <summary>Content type not understood.</summary>
    public static readonly Problem UnsupportedType = new("request.body.unsupported-type", 415,
        "Ce type de contenu n'est pas accepté ici. Envoyez du JSON (application/json) sauf mention contraire.", "This content type is not accepted here. Send JSON (application/json) unless told otherwise.");

    /// <summary>If-Match missing.</summary>
    public static readonly Problem PreconditionMissing = new("request.if-match.missing", 428,
        "Indiquez la version que vous modifiez dans l'en-tête If-Match (valeur de l'ETag lu).", "Give the version you are editing in the If-Match header (the ETag you read).");

    /// <summary>If-Match stale.</summary>
    public static readonly Problem PreconditionStale = new("request.if-match.stale", 412,
        "Quelqu'un a modifié cette fiche entre-temps. Les deux versions sont jointes : choisissez, puis renvoyez avec le nouvel ETag.",
        "Somebody changed this in the meantime. Both versions are enclosed: choose, then send again with the new ETag.");

    /// <summary>Two writers at once.</summary>
    public static readonly Problem Concurrent = new("request.write.concurrent", 409,
        "Deux modifications se sont croisées. Relisez puis recommencez.", "Two changes crossed. Read again and retry.");

    /// <summary>The same idempotency key with another request.</summary>
    public static readonly Problem KeyReused = new("request.idempotency-key.reused", 422,
        "Cette clé Idempotency-Key a déjà servi pour une autre requête. Utilisez-en une nouvelle.", "This Idempotency-Key was used for another request. Use a new one.");

    /// <summary>Database busy, disk full, dependency away.</summary>
    public static readonly Problem Unavailable = new("request.service.unavailable", 503,
        "Le service est momentanément indisponible. Rien n'a été perdu : recommencez dans quelques secondes.", "The service is unavailable for the moment. Nothing was lost: try again in a few seconds.");

    /// <summary>A bug.</summary>
    public static readonly Problem Unexpected = new("request.service.unexpected", 500,
        "Une erreur inattendue s'est produite ; elle a été consignée. Réessayez, ou transmettez l'identifiant de trace à l'équipe.",
        "Something unexpected happened; it has been recorded. Try again, or give the trace id to the team.");
}
