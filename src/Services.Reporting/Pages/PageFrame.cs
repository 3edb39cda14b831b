namespace Ptce.Reporting.Pages;

/// <summary>What every public page of Reporting shares: head, language links, foot. No script, one style sheet.</summary>
internal static class PageFrame
{
    public static string Write(Words words, string title, string path, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{words.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} – ptce-aspire</title>
        <link rel="stylesheet" href="/reports/report.css">
        <link rel="alternate" hreflang="fr" href="{path}?lang=fr">
        <link rel="alternate" hreflang="en" href="{path}?lang=en">
        </head>
        <body>
        <a class="skip" href="#content">{words.Say("Aller au contenu", "Skip to content")}</a>
        <div class="bar"><a class="home" href="/">ptce-aspire</a><nav aria-label="{words.Say("Langue", "Language")}"><a href="/reports">{words.Say("Rapports", "Reports")}</a> <a href="{path}?lang=fr" hreflang="fr" lang="fr">Français</a> <a href="{path}?lang=en" hreflang="en" lang="en">English</a></nav></div>
        <main id="content">
        {body}
        </main>
        <footer><p>{words.Say("ptce-aspire, observatoire ouvert des pôles territoriaux de coopération économique. Logiciel libre, EUPL-1.2.", "ptce-aspire, open observatory of French PTCE. Free software, EUPL-1.2.")}</p></footer>
        </body>
        </html>

        """).Markup;
}
