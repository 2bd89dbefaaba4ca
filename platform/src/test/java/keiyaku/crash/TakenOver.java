package keiyaku.crash;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import keiyaku.catalog.Billing;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Action;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.member.Member;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.payment.CardBrand;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.PaymentMethods.KnownCard;
import keiyaku.shared.Term;
import keiyaku.testing.App;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Members taken over with a card that the acquirer knows and a trial that becomes a paid contract
 * on a reserved day.
 */
final class TakenOver {

    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final String CATALOG =
            """
            provider:
              name: {en: Crash Cloud}
              country: JP
              zone: Asia/Tokyo
              currency: JPY
              issuer: {name: 試験株式会社, registrationNumber: T8000000000001, address: 東京都千代田区1-1}
            tax:
              - {country: JP, category: standard, rate: 10%, from: 2019-10-01}
            products:
              - code: vps
                name: {en: Virtual server}
                category: hosting
                regions: [JP]
                platforms: [vpc]
                form: none
                trial: P30D
                tax: standard
                invoice: at-once
                plans:
                  - {code: standard, rank: 1, name: {en: Standard}, prices: [{term: P1M, amount: 980}]}
            """;

    private final App app;
    private final URI acquirer;
    private int count;

    TakenOver(App app, URI acquirer, LocalDate from) {
        this.app = app;
        this.acquirer = acquirer;
        app.part(Catalogs.class).apply(CatalogFile.read("crash", CATALOG), from, "test");
    }

    int count() {
        return count;
    }

    /** Their trials begin on the day of the application's clock. */
    void add(int more, LocalDate paidFrom) throws Exception {
        var wanted = new ArrayList<NewMember>();
        for (int i = 0; i < more; i++) {
            wanted.add(NewMember.named("worker" + count++, MemberType.INDIVIDUAL, "JP"));
        }
        var people = app.part(Members.class).register(wanted);
        var tokens = tokens(more);
        var cards = new ArrayList<KnownCard>();
        for (int i = 0; i < more; i++) {
            cards.add(new KnownCard(people.get(i).account(), tokens.get(i), card()));
        }
        app.part(PaymentMethods.class).takeOver(cards);
        // In one transaction, since workers would end a trial that nothing is reserved of.
        app.part(TransactionOperations.class)
                .executeWithoutResult(status -> apply(people, paidFrom));
    }

    private void apply(List<Member> people, LocalDate paidFrom) {
        var contracts = app.part(Contracts.class);
        var start = new Action.Convert(Term.MONTH, Billing.UPFRONT, paidFrom);
        for (var made : contracts.apply(people.stream().map(TakenOver::form).toList(), "test")) {
            contracts.perform(made.account(), made.id(), start, null, "test");
        }
    }

    private static PaymentMethod.Card card() {
        return new PaymentMethod.Card(
                CardBrand.VISA,
                "411111",
                "1111",
                YearMonth.now(ZONE).plusYears(5),
                "JP",
                new PaymentMethod.Authentication("Y", "05", "test", "test", "2.2.0", true));
    }

    private static ApplicationForm form(Member member) {
        return new ApplicationForm(
                member.account(),
                new Contract.Offer("vps", "standard", 1, "JP", "vpc"),
                ZONE,
                null,
                null,
                List.of());
    }

    private List<String> tokens(int wanted) throws Exception {
        var body = "{\"number\":\"4111111111111111\",\"count\":" + wanted + "}";
        var request =
                HttpRequest.newBuilder(acquirer.resolve("/control/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString()).body();
            var made = new ArrayList<String>();
            JsonMapper.shared()
                    .readTree(answer)
                    .required("tokens")
                    .forEach(token -> made.add(token.asString()));
            return made;
        }
    }
}
