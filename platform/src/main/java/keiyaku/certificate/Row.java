package keiyaku.certificate;

import java.time.Instant;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A bought certificate as it is kept; pure changes of it are the rules of {@link Following} and
 * {@link Progress}.
 *
 * @param version rises with each change, so that an answer that comes late changes nothing
 * @param tries how often the step that is due was tried in vain
 * @param key the private key of what is being issued, sealed
 * @param issues how many were issued
 * @param notAfter until when the newest one for this name is valid; null when there is none
 */
record Row(
        AccountId account,
        ContractId contract,
        int number,
        UUID id,
        String option,
        @Nullable String name,
        Instant paidUntil,
        Step step,
        int version,
        int tries,
        @Nullable String orderUrl,
        @Nullable Proof proof,
        @Nullable Way way,
        @Nullable String reason,
        @Nullable String key,
        int issues,
        @Nullable Instant dueAt,
        @Nullable Instant notAfter) {

    static Row fresh(Wanted wanted, UUID id, Instant now) {
        var step = wanted.name() == null ? Step.NAMELESS : Step.ORDERED;
        return new Row(
                wanted.account(),
                wanted.contract(),
                wanted.number(),
                id,
                wanted.option(),
                wanted.name(),
                wanted.paidUntil(),
                step,
                1,
                0,
                null,
                null,
                null,
                null,
                null,
                0,
                step == Step.ORDERED ? now : null,
                null);
    }

    /** Goes to a step whose order and proof stay, from the first try. */
    Row to(Step next, @Nullable String why, @Nullable Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                paidUntil,
                next,
                version + 1,
                0,
                orderUrl,
                proof,
                way,
                why,
                key,
                issues,
                due,
                notAfter);
    }

    /** Is to be ordered anew, whatever was on its way. */
    Row again(@Nullable String why, Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                paidUntil,
                Step.ORDERED,
                version + 1,
                0,
                null,
                null,
                null,
                why,
                null,
                issues,
                due,
                notAfter);
    }

    Row named(String given, Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                given,
                paidUntil,
                Step.ORDERED,
                version + 1,
                0,
                null,
                null,
                null,
                null,
                null,
                issues,
                due,
                null);
    }

    Row paid(Instant until, @Nullable Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                until,
                step,
                version + 1,
                tries,
                orderUrl,
                proof,
                way,
                reason,
                key,
                issues,
                due,
                notAfter);
    }

    Row tried(int count, @Nullable String why, @Nullable Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                paidUntil,
                step,
                version + 1,
                count,
                orderUrl,
                proof,
                way,
                why,
                key,
                issues,
                due,
                notAfter);
    }

    Row placed(String url, Proof toPut) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                paidUntil,
                Step.WAITING,
                version + 1,
                0,
                url,
                toPut,
                null,
                reason,
                null,
                issues,
                null,
                notAfter);
    }

    Row checking(Way chosen, Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                paidUntil,
                Step.CHECKING,
                version + 1,
                0,
                orderUrl,
                proof,
                chosen,
                null,
                key,
                issues,
                due,
                notAfter);
    }

    Row issuing(String url, String sealedKey, Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                paidUntil,
                Step.ISSUING,
                version + 1,
                0,
                url,
                proof,
                way,
                null,
                sealedKey,
                issues,
                due,
                notAfter);
    }

    Row issued(Instant validUntil, @Nullable Instant due) {
        return new Row(
                account,
                contract,
                number,
                id,
                option,
                name,
                paidUntil,
                Step.ISSUED,
                version + 1,
                0,
                null,
                null,
                null,
                null,
                null,
                issues + 1,
                due,
                validUntil);
    }
}
