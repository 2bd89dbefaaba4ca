package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.catalog.Billing;
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
}
