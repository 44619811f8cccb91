namespace Portal.Tests.Architecture.Samples.Domain
{
    internal sealed class WrongDomain
    {
        public static Type Run() => typeof(global::Portal.Database.PortalDb);
    }
}

namespace Portal.Tests.Architecture.Samples.Database
{
    internal sealed class WrongDatabase
    {
        public static Type Run() => typeof(global::Portal.Platform.PortalClock);
    }
}

namespace Portal.Tests.Architecture.Samples.Platform
{
    internal sealed class WrongPlatform
    {
        public static Type Run() => typeof(global::Portal.Shared.VietTime);
    }
}

namespace Portal.Tests.Architecture.Samples.Shared
{
    internal sealed class WrongShared
    {
        public static Type Run() => typeof(global::Portal.Database.PortalDb);
    }
}

namespace Portal.Tests.Architecture.Samples.Features
{
    internal sealed class WrongFeatures
    {
        public static Type Run() => typeof(global::Portal.Demo.DemoSeed);
    }
}

namespace Portal.Tests.Architecture.Samples.App
{
    internal sealed class WrongApp
    {
        public static Type Run() => typeof(global::Portal.Database.PortalDb);
    }
}
