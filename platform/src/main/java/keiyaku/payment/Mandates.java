package keiyaku.payment;

import java.time.Clock;
import java.util.Map;
import keiyaku.payment.MethodRegistration.Agreed;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.gateway.Bank;
import keiyaku.payment.gateway.Bank.MandateAnswer;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.payment.iso20022.Iban;
import keiyaku.payment.zengin.CharacterClass;
import keiyaku.payment.zengin.Kana;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Permissions to debit bank accounts: asked for, confirmed by the bank, ended (P-7). */
@Component
class Mandates {

    private static final int LONGEST_HOLDER = 30;

    /** Of SEPA. */
    private static final int LONGEST_NAME = 70;

    private final MethodStore store;
    private final Eligibility eligibility;
    private final Provider provider;
    private final MethodRegistration registration;
    private final Bank bank;
    private final DebitSchedule schedule;
    private final PaymentMail mail;
    private final TransactionOperations transaction;
    private final Clock clock;

    Mandates(
            MethodStore store,
            Eligibility eligibility,
            Provider provider,
            MethodRegistration registration,
            Bank bank,
            DebitSchedule schedule,
            PaymentMail mail,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.eligibility = eligibility;
        this.provider = provider;
        this.registration = registration;
        this.bank = bank;
        this.schedule = schedule;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks the bank, outside of transactions; where accounts have IBANs the signature is enough.
     */
    PaymentMethod register(AccountId account, BankAccount from, String holder) {
        eligibility.requireAllowed(account, MethodKind.DIRECT_DEBIT);
        return provider.usesIban()
                ? registration.register(account, signed(from, holder), true)
                : requested(account, from, holder);
    }

    /** A mandate of SEPA is between payer and creditor; its reference is ours to give. */
    private Agreed signed(BankAccount from, String holder) {
        if (!Iban.isRight(from.number())) {
            throw new BadInputException("iban", "iban");
        }
        if (!from.bankCode().matches("([A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?)?")) {
            throw new BadInputException("bic", "bic");
        }
        var name = holder.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadInputException("holder", "holder-length");
        }
        var account = BankAccount.ofIban(from.number(), from.bankCode());
        var reference = "M" + Ids.next(clock).toString().replace("-", "");
        return new Agreed(new Mandate(account, name, MandateState.ACTIVE, null), "bank", reference);
    }

    static boolean isOurs(PaymentMethod method) {
        return method.means() instanceof Mandate mandate && mandate.bankAccount().isIban();
    }

    private PaymentMethod requested(AccountId account, BankAccount from, String holder) {
        check(from);
        var name = holder(holder);
        var answer = ask(from, name);
        var state = state(answer);
        if (state == MandateState.REVOKED) {
            throw new RefusedException(
                    Refusal.of("mandate-refused", Map.of("reason", reason(answer))));
        }
        var agreed = new Agreed(new Mandate(from, name, state, null), "bank", answer.id());
        var method = registration.register(account, agreed, state == MandateState.ACTIVE);
        if (state == MandateState.REQUESTED) {
            transaction.executeWithoutResult(
                    status ->
                            store.checkAt(
                                    account, method.id(), schedule.nextLook(clock.instant())));
        }
        return method;
    }

    /** Asks what has become of a request, and writes it. */
    void look(Kept kept) {
        try {
            var answer = bank.mandate(kept.token());
            transaction.executeWithoutResult(status -> write(kept.method(), answer));
        } catch (GatewayUnavailableException e) {
            transaction.executeWithoutResult(status -> lookAgain(kept.method()));
        }
    }

    /** The bank says with a debit that there is no permission any more. */
    void ended(Payment payment, String reason) {
        var by = payment.paidBy();
        if (by != null) {
            transaction.executeWithoutResult(
                    status ->
                            store.mandate(
                                    payment.account(), by.method(), MandateState.REVOKED, reason));
        }
    }

    private void write(PaymentMethod method, MandateAnswer answer) {
        var state = state(answer);
        if (state == MandateState.REQUESTED) {
            lookAgain(method);
            return;
        }
        store.mandate(method.account(), method.id(), state, answer.reason());
        if (state == MandateState.ACTIVE) {
            registration.takeOver(method.account(), method.id());
            mail.mandateActive(method);
        }
    }

    private void lookAgain(PaymentMethod method) {
        store.checkAt(method.account(), method.id(), schedule.nextLook(clock.instant()));
    }

    private MandateAnswer ask(BankAccount from, String holder) {
        try {
            return bank.requestMandate(
                    Map.of(
                            "bankCode", from.bankCode(),
                            "branchCode", from.branchCode(),
                            "accountType", from.type().code(),
                            "accountNumber", from.number(),
                            "holder", holder));
        } catch (GatewayUnavailableException e) {
            throw new RefusedException(Refusal.of("bank-unavailable"));
        }
    }

    private static MandateState state(MandateAnswer answer) {
        return switch (answer.state()) {
            case "active" -> MandateState.ACTIVE;
            case "requested" -> MandateState.REQUESTED;
            default -> MandateState.REVOKED;
        };
    }

    private static String reason(MandateAnswer answer) {
        @Nullable String reason = answer.reason();
        return reason == null ? "refused" : reason;
    }

    private static void check(BankAccount from) {
        digits("bankCode", "bank-code", from.bankCode(), 4);
        digits("branchCode", "branch-code", from.branchCode(), 3);
        digits("accountNumber", "account-number", from.number(), 7);
    }

    private static void digits(String field, String code, String value, int length) {
        if (!value.matches("[0-9]{" + length + "}")) {
            throw new BadInputException(field, code);
        }
    }

    /** As the bank writes it; what it cannot write is told to the member, never dropped. */
    private static String holder(String holder) {
        var name = Kana.halfWidth(holder.strip());
        if (name.isEmpty() || name.length() > LONGEST_HOLDER) {
            throw new BadInputException("holder", "kana-length");
        }
        if (!CharacterClass.PARTY_NAME.allows(name)) {
            throw new BadInputException("holder", "kana");
        }
        return name;
    }
}
