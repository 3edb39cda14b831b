using Ptce.Demonstration.Set;

var set = DemonstrationSet.Generate();
Console.WriteLine($"{set.Poles.Count} PTCE, {set.Poles.Sum(p => p.Organisations.Count)} organisations, {set.Poles.Sum(p => p.Answers.Count)} réponses.");
