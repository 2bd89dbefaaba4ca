package keiyaku.bench.world;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.member.Address;
import keiyaku.member.Member;
import keiyaku.member.MemberDetails;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.payment.CardBrand;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.PaymentMethods.KnownCard;

/** Members with one monthly contract each, made through the doors as a take-over would. */
public final class Population {

    private static final int CHUNK = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /** One plain product: paid for by the month, renewed until it is ended. */
    private static final String CATALOG =
            """
            provider:
              name: {en: Bench Cloud}
              country: JP
              zone: Asia/Tokyo
              currency: JPY
              issuer: {name: ベンチ株式会社, registrationNumber: T8000000000001, address: 東京都千代田区1-1}
            tax:
              - {country: JP, category: standard, rate: 10%, from: 2019-10-01}
            terms:
              - {code: vps-terms, version: 2026-01, title: {en: VPS terms}}
            products:
              - code: vps
                name: {en: Virtual server, ja: 仮想サーバー}
                category: hosting
                regions: [JP]
                platforms: [vpc]
                form: none
                terms: [vps-terms]
                tax: standard
                invoice: at-once
                plans:
                  - code: standard
                    rank: 1
                    name: {en: Standard}
                    prices:
                      - {term: P1M, amount: 1980}
            """;

    private final Members members;
    private final PaymentMethods methods;
    private final Contracts contracts;
    private final Catalogs catalogs;
    private final TokenSource tokens;

    /** Gives tokens of cards that the acquirer knows. */
    public interface TokenSource {
        List<String> tokens(int count);
    }

    public Population(BenchDatabase database, TokenSource tokens) {
        this.members = database.part(Members.class);
        this.methods = database.part(PaymentMethods.class);
        this.contracts = database.part(Contracts.class);
        this.catalogs = database.part(Catalogs.class);
        this.tokens = tokens;
    }

    /** Puts the catalog into force, once. */
    public void offer() {
        if (!catalogs.any()) {
            catalogs.apply(CatalogFile.read("bench", CATALOG), LocalDate.of(2026, 1, 1), "bench");
        }
    }

    public void grow(int from, int to, Consumer<String> progress) {
        offer();
        for (int done = from; done < to; done += CHUNK) {
            add(done, Math.min(CHUNK, to - done));
            if ((done / CHUNK) % 50 == 49) {
                progress.accept("%,d contracts made".formatted(done + CHUNK));
            }
        }
    }

    private void add(int first, int count) {
        var wanted = new ArrayList<NewMember>(count);
        for (int i = first; i < first + count; i++) {
            wanted.add(person(i));
        }
        add(wanted);
    }

    private void add(List<NewMember> wanted) {
        var people = members.register(wanted);
        var given = tokens.tokens(people.size());
        var cards = new ArrayList<KnownCard>(people.size());
        for (int i = 0; i < people.size(); i++) {
            cards.add(card(people.get(i), given.get(i)));
        }
        methods.takeOver(cards);
        contracts.apply(people.stream().map(Population::form).toList(), "bench");
    }

    /** Those who can log in, each with a contract; their addresses. */
    public List<String> people(int count, String password) {
        var wanted = new ArrayList<NewMember>(count);
        for (int i = 0; i < count; i++) {
            var one = person(-i - 1);
            wanted.add(new NewMember(null, one.details(), one.language(), password));
        }
        add(wanted);
        return wanted.stream().map(one -> one.details().email().value()).toList();
    }

    /** One more member, as a sign-up that is done would open it. */
    public void open(int number) {
        members.register(List.of(person(number)));
    }

    private static NewMember person(int number) {
        var plain = NewMember.named("bench" + number, MemberType.INDIVIDUAL, "JP");
        var details = plain.details();
        var address = new Address("100-0001", "東京都", "千代田区", "千代田1-" + Math.abs(number), "");
        return new NewMember(
                null,
                new MemberDetails(
                        details.holder(),
                        details.country(),
                        details.email(),
                        details.phone(),
                        address,
                        details.origin()),
                plain.language(),
                null);
    }

    /** A card of a member that the acquirer knows by a token. */
    public static KnownCard card(Member member, String token) {
        var authenticated =
                new PaymentMethod.Authentication("Y", "05", "bench", "bench", "2.2.0", true);
        var face =
                new PaymentMethod.Card(
                        CardBrand.VISA,
                        "411111",
                        "1111",
                        YearMonth.of(2040, 12),
                        "JP",
                        authenticated);
        return new KnownCard(member.account(), token, face);
    }

    private static ApplicationForm form(Member member) {
        return new ApplicationForm(
                member.account(),
                new Contract.Offer("vps", "standard", 1, "JP", "vpc"),
                ZONE,
                null,
                null,
                List.of(new AgreedTerms("vps-terms", "2026-01", "127.0.0.1")));
    }
}
