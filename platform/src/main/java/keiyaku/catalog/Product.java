package keiyaku.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import keiyaku.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that is applied for (C-1).
 *
 * @param category path in the console's menu
 * @param terms codes of the documents that an applicant must agree to
 * @param earlyTermination none: a term may be ended inside it without a fee
 * @param renewal present where the form is hosting
 */
public record Product(
        String code,
        Text name,
        String category,
        List<String> regions,
        List<String> platforms,
        Form form,
        boolean subAccounts,
        OptionalInt trialDays,
        List<String> terms,
        String taxCategory,
        InvoiceTiming invoice,
        @Nullable EarlyTermination earlyTermination,
        List<Plan> plans,
        List<ProductOption> options,
        List<Meter> meters,
        @Nullable HostingRenewal renewal) {

    public Product {
        regions = List.copyOf(regions);
        platforms = List.copyOf(platforms);
        terms = List.copyOf(terms);
        plans = List.copyOf(plans);
        options = List.copyOf(options);
        meters = List.copyOf(meters);
    }

    public Optional<Plan> plan(String planCode) {
        return plans.stream().filter(plan -> plan.code().equals(planCode)).findFirst();
    }

    public Optional<ProductOption> option(String optionCode) {
        return options.stream().filter(option -> option.code().equals(optionCode)).findFirst();
    }

    public Optional<Meter> meter(String meterCode) {
        return meters.stream().filter(meter -> meter.code().equals(meterCode)).findFirst();
    }
}
