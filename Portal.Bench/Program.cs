using System.CommandLine;
using System.Globalization;
using Portal.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

var units = new Option<int>("--units") { Description = "Units of each request; the letter has 28, further ones are generated.", DefaultValueFactory = _ => 28 };
var requests = new Option<int>("--requests") { Description = "How many requests.", DefaultValueFactory = _ => 1 };
var provider = new Option<string>("--provider") { Description = "The engine.", DefaultValueFactory = _ => "Sqlite" }.AcceptOnlyFromAmong("Sqlite", "Postgres");
var connection = new Option<string?>("--connection") { Description = "Connection string; needed for Postgres, for Sqlite the file lies in --data." };
var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => "bench-data" };
var number = new Option<int>("--seed") { Description = "Same seed, same rows.", DefaultValueFactory = _ => 1 };
units.Validators.Add(r => { if (r.GetValueOrDefault<int>() < 8) { r.AddError("--units must be at least 8: seven groups, and a commune more than one."); } });
requests.Validators.Add(r => { if (r.GetValueOrDefault<int>() < 1) { r.AddError("--requests must be at least 1."); } });

var seed = new Command("seed", "Fills an empty database, prints counts, time and a checksum over all rows.") { units, requests, provider, connection, data, number };
seed.SetAction(async (parsed, _) =>
{
    var size = new SeedSize(parsed.GetValue(units), parsed.GetValue(requests), parsed.GetValue(number));
    return await Seed.RunAsync(size, parsed.GetValue(provider)!, parsed.GetValue(connection), Path.GetFullPath(parsed.GetValue(data)!));
});

var files = new Option<int>("--files") { Description = "How many files.", DefaultValueFactory = _ => 200 };
var megabytes = new Option<int>("--megabytes") { Description = "How large each is; at most 20.", DefaultValueFactory = _ => 20 };
var connections = new Option<int>("--connections") { Description = "How many people send at once; at most 20.", DefaultValueFactory = _ => 20 };
var program = new Option<string>("--portal") { Description = "The built portal.", DefaultValueFactory = _ => "Portal/bin/Release/net10.0/Portal.dll" };
var upload = new Command("upload", "Sends many files at once into a portal started on an empty --data folder, prints hashes, memory and the saves beside it.") { files, megabytes, connections, program, data };
upload.SetAction(async (parsed, _) => await new UploadBench(new(parsed.GetValue(files), parsed.GetValue(megabytes), Math.Clamp(parsed.GetValue(connections), 1, 20)), parsed.GetValue(program)!, Path.GetFullPath(parsed.GetValue(data)!)).RunAsync());

var boards = new Command("boards", "Opens the board of 28 and of 10,598 units, and changes it before 1 and 200 viewers; prints ratios.") { program, data };
boards.SetAction(async (parsed, _) => await new BoardBench(parsed.GetValue(program)!, Path.GetFullPath(parsed.GetValue(data)!)).RunAsync());

var answers = new Option<int>("--answers") { Description = "How many answers.", DefaultValueFactory = _ => 300_000 };
var search = new Command("search", "Searches among many answers and prints how much longer it takes than the raw full-text query (SQLite).") { answers, data };
search.SetAction(async (parsed, _) => await new SearchBench(parsed.GetValue(answers), Path.GetFullPath(parsed.GetValue(data)!)).RunAsync());
return await new RootCommand("Benchmarks of the portal.") { seed, upload, boards, search }.Parse(args).InvokeAsync();
