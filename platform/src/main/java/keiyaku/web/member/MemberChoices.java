package keiyaku.web.member;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import keiyaku.member.Countries;
import keiyaku.member.MemberType;
import keiyaku.member.Origins;
import keiyaku.member.TaxInvoices;
import keiyaku.shared.Language;
import keiyaku.web.Page;
import keiyaku.web.part.Option;

/** The choices in the forms, in the page's language. */
public record MemberChoices(Page page) {

    public List<Option> countries() {
        var options = new ArrayList<Option>();
        Countries.named(page.language())
                .forEach((code, name) -> options.add(Option.of(code, name)));
        return options;
    }

    public String country(String code) {
        return Countries.name(code, page.language());
    }

    public List<Option> types() {
        return Arrays.stream(MemberType.values())
                .map(
                        type ->
                                new Option(
                                        type.code(),
                                        page.t("member.type." + type.code()),
                                        page.t("member.type." + type.code() + ".hint"),
                                        null,
                                        true))
                .toList();
    }

    /** Each language in its own words. */
    public List<Option> languages() {
        return Arrays.stream(Language.values())
                .map(l -> Option.of(l.tag(), page.t("common.language." + l.tag())))
                .toList();
    }

    public List<Option> serviceFields() {
        return worded("member.service-field.", Origins.SERVICE_FIELDS);
    }

    public List<Option> heardFrom() {
        return worded("member.heard-from.", Origins.HEARD_FROM);
    }

    public List<Option> taxInvoices() {
        return worded(
                "member.tax-invoices.",
                Arrays.stream(TaxInvoices.values()).map(TaxInvoices::code).toList());
    }

    private List<Option> worded(String prefix, List<String> codes) {
        return codes.stream().map(code -> Option.of(code, page.t(prefix + code))).toList();
    }
}
