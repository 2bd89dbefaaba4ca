package keiyaku.certificate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import keiyaku.run.DueWork.Subject;
import keiyaku.run.Runs;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The door to certificates: they follow their contracts, are proven, shown and downloaded. */
@Component
public class Certificates {

    /** Look, issue, download: so many steps are taken while the one who asked waits. */
    private static final int AT_ONCE = 3;

    private final CertificateStore store;
    private final CertificateWork work;
    private final Keys keys;
    private final Authorities authorities;
    private final Runs runs;
    private final TransactionOperations transaction;
    private final Clock clock;

    Certificates(
            CertificateStore store,
            CertificateWork work,
            Keys keys,
            Authorities authorities,
            Runs runs,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.work = work;
        this.keys = keys;
        this.authorities = authorities;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What contracts have now, in the transaction that changed it; the rest goes by itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Collection<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var known = store.lock(wanted.stream().map(Wanted::account).toList(), contracts(wanted));
        var changed = new ArrayList<Row>();
        for (var one : wanted) {
            var row = known.get(new CertificateStore.Place(one.contract(), one.number()));
            if (row == null) {
                if (one.live()) {
                    changed.add(Row.fresh(one, Ids.next(clock), now));
                }
                continue;
            }
            var followed = Following.follow(row, one, now);
            if (!followed.equals(row)) {
                changed.add(followed);
            }
        }
        store.write(changed);
        if (!changed.isEmpty()) {
            runs.kick();
        }
    }

    private static List<ContractId> contracts(Collection<Wanted> wanted) {
        return wanted.stream().map(Wanted::contract).distinct().toList();
    }

    /** Those of a contract, by their numbers. */
    @Transactional(readOnly = true)
    public List<Certificate> of(AccountId account, ContractId contract) {
        return store.of(account, contract);
    }

    /** Refused with {@code certificate-unknown}. */
    @Transactional(readOnly = true)
    public Certificate certificate(AccountId account, ContractId contract, int number) {
        return store.of(account, contract).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(CertificateRefusal::unknown);
    }

    /**
     * The proof is put: the authority is asked to look now, and again for a while if it is not
     * found. Refused with {@code certificate-unknown} or {@code certificate-not-waiting}.
     *
     * @return as it stands after the authority looked once
     */
    @Transactional(propagation = Propagation.NEVER)
    public Certificate check(AccountId account, ContractId contract, int number, Way way) {
        var id =
                transaction.execute(
                        status -> {
                            var row = locked(account, contract, number);
                            if (row.step() != Step.WAITING && row.step() != Step.CHECKING) {
                                throw CertificateRefusal.notWaiting();
                            }
                            store.update(row, row.checking(way, clock.instant()));
                            return row.id();
                        });
        return worked(account, contract, number, new Subject(account.value(), id));
    }

    /**
     * One that failed is ordered anew. Refused with {@code certificate-unknown} or {@code
     * certificate-not-waiting}.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Certificate tryAgain(AccountId account, ContractId contract, int number) {
        var id =
                transaction.execute(
                        status -> {
                            var row = locked(account, contract, number);
                            if (row.step() != Step.FAILED) {
                                throw CertificateRefusal.notWaiting();
                            }
                            store.update(row, row.again(null, clock.instant()));
                            return row.id();
                        });
        return worked(account, contract, number, new Subject(account.value(), id));
    }

    /** The newest certificate and its issuers' as PEM; or {@code certificate-not-issued}. */
    @Transactional(readOnly = true)
    public String chain(AccountId account, ContractId contract, int number) {
        var current = certificate(account, contract, number).current();
        if (current == null) {
            throw CertificateRefusal.notIssued();
        }
        return current.chain();
    }

    /** The private key of the newest certificate as PEM; or {@code certificate-not-issued}. */
    @Transactional(readOnly = true)
    public String privateKey(AccountId account, ContractId contract, int number) {
        var certificate = certificate(account, contract, number);
        var current = certificate.current();
        if (current == null) {
            throw CertificateRefusal.notIssued();
        }
        return keys.pem(
                store.key(account, contract, number, current.issue()), certificate.id().toString());
    }

    private Row locked(AccountId account, ContractId contract, int number) {
        var row =
                store.lock(List.of(account), List.of(contract))
                        .get(new CertificateStore.Place(contract, number));
        if (row == null) {
            throw CertificateRefusal.unknown();
        }
        return row;
    }

    /** Goes on here, since someone waits; what others have in hand, or is not due, stays. */
    private Certificate worked(
            AccountId account, ContractId contract, int number, Subject subject) {
        for (int step = 0; step < AT_ONCE && authorities.isThere(); step++) {
            work.perform(List.of(subject), clock.instant());
        }
        runs.kick();
        return certificate(account, contract, number);
    }
}
