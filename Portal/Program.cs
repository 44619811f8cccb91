using System.Globalization;
using Portal;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

var builder = PortalSetup.CreateBuilder(args);
builder.AddPortal();

var app = builder.Build();
app.UsePortal();
await app.StartPortalAsync();
await app.RunAsync();
return 0;
