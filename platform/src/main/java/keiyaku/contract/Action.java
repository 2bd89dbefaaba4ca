package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import keiyaku.catalog.Billing;
import keiyaku.payment.MethodKind;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/** What a member or an operator asks of a contract; each can be quoted before it is done (C-11). */
public sealed interface Action {

    /**
     * Pay from a day of the trial on (C-7).
     *
     * @param billing null: the price's usual way
     */
    record Convert(Term term, @Nullable Billing billing, LocalDate on) implements Action {}

    /**
     * What follows the running term (C-9).
     *
     * @param plan null: as now
     * @param billing null: the price's usual way
     */
    record SetRenewal(@Nullable String plan, Term term, @Nullable Billing billing)
            implements Action {}

    /** Nothing follows the running term. */
    record SetNoRenewal() implements Action {}

    /** A higher plan, more seats, a longer term, at once (C-10); null: as now. */
    record Upgrade(
            @Nullable String plan,
            @Nullable Long seats,
            @Nullable Term term,
            @Nullable Billing billing)
            implements Action {}

    /** The end, today or at the start of a later day (C-12). */
    record Cancel(LocalDate on) implements Action {}

    /** A reserved paid start is taken back. */
    record WithdrawConvert() implements Action {}

    /** A reserved cancellation is taken back. */
    record WithdrawCancel() implements Action {}

    /**
     * What follows a server contract's term (H-9).
     *
     * @param term null: as now
     * @param options all that go with it; null: as now
     * @param pay card or wallet; null: as now
     */
    record ChangeNext(
            @Nullable Term term, @Nullable List<OptionChoice> options, @Nullable MethodKind pay)
            implements Action {}

    /** On which day of the month the wallet is debited (H-8). */
    record ChooseWalletDay(int day) implements Action {}

    /** A server contract goes on by itself no longer, until something new is chosen (H-10). */
    record ResetPayment() implements Action {}

    /** The next term of a server contract, by hand (H-11); null as in {@link ChangeNext}. */
    record Renew(@Nullable Term term, @Nullable List<OptionChoice> options, MethodKind pay)
            implements Action {}

    /** One more option for a running server contract, from today on. */
    record AddOption(OptionChoice option) implements Action {}

    /** What an option is for: a certificate's common name, set when its domain is (H-2). */
    record NameOption(int number, String name) implements Action {}

    /** Whether an option of a server contract goes on by itself (H-2). */
    record SetOptionRenewal(int number, boolean on) implements Action {}
}
