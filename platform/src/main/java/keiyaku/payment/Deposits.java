package keiyaku.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.billing.Receivables;
import keiyaku.payment.BankFileStore.BankFile;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to money that members transfer, and to what operators have to see to (P-8). */
@Component
public class Deposits {

    private final DepositStore store;
    private final BankFileStore files;
    private final DepositPosting posting;
    private final BankExchange exchange;
    private final Receivables receivables;
    private final Clock clock;

    Deposits(
            DepositStore store,
            BankFileStore files,
            DepositPosting posting,
            BankExchange exchange,
            Receivables receivables,
            MovableClock clock) {
        this.store = store;
        this.files = files;
        this.posting = posting;
        this.exchange = exchange;
        this.receivables = receivables;
        this.clock = clock;
    }

    /** A file of the bank that could not be read, with line and column. */
    public record RefusedFile(long number, String kind, String reason) {}

    /** The bank says that it has news: they are fetched, whoever said so. */
    @Transactional(propagation = Propagation.NEVER)
    public void fetch() {
        try {
            exchange.fetch();
        } catch (GatewayUnavailableException e) {
            throw new RefusedException(Refusal.of("bank-unavailable"));
        }
    }

    /** What came in for a member, newest first. */
    @Transactional(readOnly = true)
    public List<Deposit> of(AccountId account, int limit) {
        return store.of(account, limit);
    }

    /** What belongs to no member yet, or was taken back: the operators' list, oldest first. */
    @Transactional(readOnly = true)
    public List<UnknownDeposit> unknown(int limit) {
        return store.unknown(limit);
    }

    /** Files that were refused whole, the latest first. */
    @Transactional(readOnly = true)
    public List<RefusedFile> refusedFiles(int limit) {
        return files.refused(limit).stream().map(Deposits::refused).toList();
    }

    /** Says whose a deposit is; it is posted as if it had come by the member's number. */
    @Transactional
    public void assign(UUID unknown, AccountId account, String by) {
        var found = take(unknown);
        if (!found.why().equals("unknown-number")) {
            throw new RefusedException(Refusal.of("deposit-cancelled"));
        }
        posting.post(account, found.deposit());
        store.settleUnknown(unknown, account, by, clock.instant());
    }

    /** Takes one off the list without posting it: sent back at the bank, or seen to otherwise. */
    @Transactional
    public void dismiss(UUID unknown, String by) {
        take(unknown);
        store.settleUnknown(unknown, null, by, clock.instant());
    }

    /** Sends back what is kept for a member; refused with {@code balance-short}. */
    @Transactional
    public void sendBack(AccountId account, Money amount, String by) {
        var id = Ids.next(clock);
        store.insertReturn(account, id, amount, by, clock.instant());
        try {
            receivables.returned(account, id, amount, clock.instant());
        } catch (DataIntegrityViolationException e) {
            throw new RefusedException(
                    Refusal.of("balance-short", Map.of("amount", amount.toString())));
        }
    }

    private UnknownDeposit take(UUID unknown) {
        return store.lockUnknown(unknown)
                .orElseThrow(() -> new RefusedException(Refusal.of("deposit-unknown")));
    }

    private static RefusedFile refused(BankFile file) {
        var reason = file.reason();
        return new RefusedFile(file.number(), file.kind(), reason == null ? "" : reason);
    }
}
