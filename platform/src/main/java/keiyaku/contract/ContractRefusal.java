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
}
