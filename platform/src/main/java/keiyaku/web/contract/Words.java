package keiyaku.web.contract;

import keiyaku.catalog.Billing;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Product;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractState;
import keiyaku.shared.ContractId;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;

/** What codes are called on a page; a code of the catalog that no text knows is shown itself. */
public final class Words {

    private Words() {}

    public static String region(Page page, String code) {
        return orCode(page, "contract.region." + code, code);
    }

    public static String platform(Page page, String code) {
        return orCode(page, "catalog.platform." + code, code);
    }

    public static String category(Page page, String code) {
        return orCode(page, "catalog.category." + code, code);
    }

    public static String feature(Page page, String code) {
        return orCode(page, "catalog.feature." + code, code);
    }

    /** What stands in the table of features: a text of the catalog, or the word for yes or no. */
    public static String featureValue(Page page, Object value) {
        return value instanceof Boolean has
                ? page.t(has ? "contract.feature.yes" : "contract.feature.no")
                : value.toString();
    }

    public static String billing(Page page, Billing billing) {
        return page.t("contract.billing." + billing.code());
    }

    public static String name(Page page, Product product) {
        return product.name().in(page.language());
    }

    /** Product and plan, as a contract is headed. */
    public static String title(Page page, Product product, Contract contract) {
        var plan =
                product.plan(contract.offer().plan())
                        .map(Plan::name)
                        .map(name -> name.in(page.language()))
                        .orElse(contract.offer().plan());
        return name(page, product) + " " + plan;
    }

    public static String state(Page page, ContractState state) {
        return page.t("contract.state." + state.code());
    }

    public static Tone tone(ContractState state) {
        return switch (state) {
            case ACTIVE -> Tone.GOOD;
            case TRIAL -> Tone.INFO;
            case AWAITING_PAYMENT -> Tone.WAITING;
            case SUSPENDED -> Tone.BAD;
            case ENDED -> Tone.QUIET;
        };
    }

    public static String path(ContractId id) {
        return "/console/contracts/" + id;
    }

    private static String orCode(Page page, String key, String code) {
        return page.has(key) ? page.t(key) : code;
    }
}
