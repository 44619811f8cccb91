using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>What a crash looks like to who waits for the database.</summary>
internal sealed class CrashException : Exception;

/// <summary>Ends whatever works with the database at a chosen step: before a statement, before a commit, or just after one. All that happens within one test.</summary>
internal sealed class DatabaseCrash : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int left = int.MaxValue;
    private Func<Task>? before;

    /// <summary>True when the step was reached.</summary>
    public bool Happened { get; private set; }

    /// <summary>Crashes at that step from now on, counted from 1.</summary>
    public void At(int step) => (left, Happened) = (step, false);

    /// <summary>No more crashes.</summary>
    public void Never() => left = int.MaxValue;

    /// <summary>Does something else just before the next transaction begins, once.</summary>
    public void BeforeTransaction(Func<Task> act) => before = act;

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref before, null) is { } act)
        {
            await act();
        }

        return result;
    }

    /// <inheritdoc/>
    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Step();
        return Task.CompletedTask;
    }

    private void Step()
    {
        if (left != int.MaxValue && --left == 0)
        {
            (left, Happened) = (int.MaxValue, true);
            throw new CrashException();
        }
    }
}
