namespace Portal.Platform.Options;

/// <summary>The portal cannot start, or a command cannot run, for a cause that the person at the keyboard can put right. The message says which; no stack trace is shown.</summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
