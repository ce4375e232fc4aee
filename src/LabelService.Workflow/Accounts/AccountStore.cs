using System.Linq.Expressions;
using LabelService.Workflow.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>Reads and changes accounts; a change holds in this process before the call returns, in others within a second.</summary>
internal sealed class AccountStore(UserManager<Account> users, KeyRing ring)
{
    public IQueryable<Account> All => users.Users;

    public Task<Account?> FindAsync(Expression<Func<Account, bool>> which, CancellationToken cancel) => users.Users.SingleOrDefaultAsync(which, cancel);

    public Task<Account?> ByEmailAsync(string email) => users.FindByEmailAsync(email);

    public async Task<Refusal?> AddAsync(Account account, CancellationToken cancel) =>
        RefusalOf(await users.CreateAsync(account)) ?? await HoldsAsync(cancel);

    public async Task<Refusal?> SaveAsync(Account account, CancellationToken cancel) =>
        RefusalOf(await users.UpdateAsync(account)) ?? await HoldsAsync(cancel);

    private async Task<Refusal?> HoldsAsync(CancellationToken cancel)
    {
        await ring.RefreshAsync(cancel);
        return null;
    }

    private static Refusal? RefusalOf(IdentityResult result) => result.Errors.FirstOrDefault()?.Code switch
    {
        null => null,
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => AccountRefusals.Changed,
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => AccountRefusals.EmailTaken,
        _ => AccountRefusals.BadEmail,
    };
}
