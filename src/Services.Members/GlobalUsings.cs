global using Json = Ptce.Members.Storage.Json;
