package keiyaku.contract;

import java.time.LocalDate;
import java.util.Map;
import keiyaku.shared.Period;
import keiyaku.shared.Refusal;
import keiyaku.shared.Term;

/** Why a contract cannot be made or changed so. */
public sealed interface ContractRefusal extends Refusal {

    record PaymentMethodRequired() implements ContractRefusal {
        @Override
        public String code() {
            return "payment-method-required";
        }
    }

    record ProductUnknown(String product) implements ContractRefusal {
        @Override
        public String code() {
            return "product-unknown";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("product", product);
        }
    }

    record PriceNotOffered(String plan, String term, String billing) implements ContractRefusal {
        @Override
        public String code() {
            return "price-not-offered";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("plan", plan, "term", term, "billing", billing);
        }
    }

    record RegionNotOffered(String region, String offered) implements ContractRefusal {
        @Override
        public String code() {
            return "region-not-offered";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("region", region, "offered", offered);
        }
    }

    record TermsNotAgreed(String missing) implements ContractRefusal {
        @Override
        public String code() {
            return "terms-not-agreed";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("missing", missing);
        }
    }

    record NameInvalid(String name, String reason) implements ContractRefusal {
        @Override
        public String code() {
            return "name-invalid";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("name", name, "reason", reason);
        }
    }

    record NameTaken(String name) implements ContractRefusal {
        @Override
        public String code() {
            return "name-taken";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("name", name);
        }
    }

    record PasswordInvalid(String reason) implements ContractRefusal {
        @Override
        public String code() {
            return "password-invalid";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("reason", reason);
        }
    }

    record TrialUsed(String product) implements ContractRefusal {
        @Override
        public String code() {
            return "trial-used";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("product", product);
        }
    }

    record NotInTrial(ContractState state) implements ContractRefusal {
        @Override
        public String code() {
            return "not-in-trial";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("state", state.code());
        }
    }

    record OutsideTrial(LocalDate day, Period trial) implements ContractRefusal {
        @Override
        public String code() {
            return "outside-trial";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("day", day, "from", trial.start(), "to", trial.lastDay());
        }
    }

    record NotActive(ContractState state) implements ContractRefusal {
        @Override
        public String code() {
            return "not-active";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("state", state.code());
        }
    }

    record NotAnUpgrade(String plan, long seats, Term term) implements ContractRefusal {
        @Override
        public String code() {
            return "not-an-upgrade";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("plan", plan, "seats", seats, "term", term);
        }
    }

    record QuoteExpired() implements ContractRefusal {
        @Override
        public String code() {
            return "quote-expired";
        }
    }

    record DayInPast(LocalDate day, LocalDate today) implements ContractRefusal {
        @Override
        public String code() {
            return "day-in-past";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("day", day, "today", today);
        }
    }

    record NothingToWithdraw(String what) implements ContractRefusal {
        @Override
        public String code() {
            return "nothing-to-withdraw";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("what", what);
        }
    }

    record ContractUnknown() implements ContractRefusal {
        @Override
        public String code() {
            return "contract-unknown";
        }
    }

    /** A server contract is changed as such, another one not. */
    record ServerContract() implements ContractRefusal {
        @Override
        public String code() {
            return "server-contract";
        }
    }

    record NoServerContract() implements ContractRefusal {
        @Override
        public String code() {
            return "no-server-contract";
        }
    }

    /**
     * What follows can no longer be changed (H-7 to H-9), or a contract no longer be renewed
     * (H-11).
     *
     * @param until the last day on which it could
     * @param next the day on which the next thing happens: it is collected, renewed, or deleted
     */
    record DeadlinePassed(LocalDate until, LocalDate next) implements ContractRefusal {
        @Override
        public String code() {
            return "deadline-passed";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("until", until, "next", next);
        }
    }

    /** Renewal by hand is possible in these days only (H-11). */
    record RenewalNotOpen(LocalDate from, LocalDate to) implements ContractRefusal {
        @Override
        public String code() {
            return "renewal-not-open";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("from", from, "to", to);
        }
    }

    /** It goes on by itself: what follows is changed, not renewed by hand. */
    record RenewsByItself(LocalDate on) implements ContractRefusal {
        @Override
        public String code() {
            return "renewal-not-open";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("from", on, "to", on);
        }
    }

    /** The next term is billed already, and not as it is asked for now. */
    record RenewalUnpaid() implements ContractRefusal {
        @Override
        public String code() {
            return "renewal-unpaid";
        }
    }

    record WalletDayNotOffered(int day, String offered) implements ContractRefusal {
        @Override
        public String code() {
            return "wallet-day-not-offered";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("day", day, "offered", offered);
        }
    }

    /** The contract is not paid from a wallet, or goes on by hand. */
    record NotByWallet() implements ContractRefusal {
        @Override
        public String code() {
            return "not-by-wallet";
        }
    }

    record OptionUnknown(int number) implements ContractRefusal {
        @Override
        public String code() {
            return "option-unknown";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("number", number);
        }
    }
}
