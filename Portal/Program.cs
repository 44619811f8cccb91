using System.Globalization;
using Portal;
using Portal.CommandLine;
using Portal.Platform.Documents;
using Portal.Platform.Options;

if (PageReadingCommand.Named(args))
{
    return PageReadingCommand.Run(args);
}

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

if (PortalCommands.Name(args))
{
    return await PortalCommands.RunAsync(args);
}

try
{
    var builder = PortalSetup.CreateBuilder(args);
    builder.AddPortal();

    var app = builder.Build();
    app.UsePortal();
    await app.StartPortalAsync();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
