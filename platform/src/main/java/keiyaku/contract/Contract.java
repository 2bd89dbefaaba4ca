package keiyaku.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * An account's agreement on one product.
 *
 * @param zone whose days all its dates are
 * @param trial the days it could be used for free; null for a product without trial
 * @param agreement the running or last term; null until it is paid for
 * @param coverage what has been charged most lately
 * @param toldDaysBefore the last notice of the trial's end that was given: 7, then 1; 0 for none
 * @param changes how many changes it has seen; the next one's number is one more
 * @param hosting what only a server contract has (H-1); null for all others
 */
public record Contract(
        ContractId id,
        AccountId account,
        Offer offer,
        ZoneId zone,
        ContractState state,
        LocalDate appliedOn,
        @Nullable Period trial,
        @Nullable Agreement agreement,
        @Nullable Coverage coverage,
        Reservations reservations,
        @Nullable LocalDate endedOn,
        int toldDaysBefore,
        long changes,
        @Nullable Hosting hosting) {

    /** What was chosen of the catalog. */
    public record Offer(String product, String plan, long seats, String region, String platform) {

        Offer with(String newPlan, long newSeats) {
            return new Offer(product, newPlan, newSeats, region, platform);
        }
    }

    /** The agreement of a contract that is paid for. */
    public Agreement requireAgreement() {
        if (agreement == null) {
            throw new IllegalStateException(id + " in state " + state + " has no agreement");
        }
        return agreement;
    }

    Coverage requireCoverage() {
        if (coverage == null) {
            throw new IllegalStateException(id + " in state " + state + " has no coverage");
        }
        return coverage;
    }

    Contract withState(ContractState next) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                next,
                appliedOn,
                trial,
                agreement,
                coverage,
                reservations,
                endedOn,
                toldDaysBefore,
                changes,
                hosting);
    }

    Contract withAgreement(Agreement next) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                state,
                appliedOn,
                trial,
                next,
                coverage,
                reservations,
                endedOn,
                toldDaysBefore,
                changes,
                hosting);
    }

    Contract withCoverage(Coverage next) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                state,
                appliedOn,
                trial,
                agreement,
                next,
                reservations,
                endedOn,
                toldDaysBefore,
                changes,
                hosting);
    }

    Contract withReservations(Reservations next) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                state,
                appliedOn,
                trial,
                agreement,
                coverage,
                next,
                endedOn,
                toldDaysBefore,
                changes,
                hosting);
    }

    Contract withOffer(Offer next) {
        return new Contract(
                id,
                account,
                next,
                zone,
                state,
                appliedOn,
                trial,
                agreement,
                coverage,
                reservations,
                endedOn,
                toldDaysBefore,
                changes,
                hosting);
    }

    Contract told(int daysBefore) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                state,
                appliedOn,
                trial,
                agreement,
                coverage,
                reservations,
                endedOn,
                daysBefore,
                changes,
                hosting);
    }

    /** Over: all that stood to happen is dropped (C-12). */
    Contract ended(LocalDate on) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                ContractState.ENDED,
                appliedOn,
                trial,
                agreement,
                coverage,
                Reservations.NONE,
                on,
                toldDaysBefore,
                changes,
                hosting);
    }

    Contract withChanges(long number) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                state,
                appliedOn,
                trial,
                agreement,
                coverage,
                reservations,
                endedOn,
                toldDaysBefore,
                number,
                hosting);
    }

    Contract withHosting(Hosting next) {
        return new Contract(
                id,
                account,
                offer,
                zone,
                state,
                appliedOn,
                trial,
                agreement,
                coverage,
                reservations,
                endedOn,
                toldDaysBefore,
                changes,
                next);
    }

    Hosting requireHosting() {
        if (hosting == null) {
            throw new IllegalStateException(id + " is no server contract");
        }
        return hosting;
    }
}
