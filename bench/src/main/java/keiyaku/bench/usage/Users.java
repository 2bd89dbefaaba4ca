package keiyaku.bench.usage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import keiyaku.bench.world.BenchDatabase;
import keiyaku.bench.world.Population;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;

/** Members with a login and a contract on the metered product of the demo catalog. */
final class Users {

    static final String PASSWORD = "Kx7!mnop";
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private Users() {}

    static String email(int number) {
        return "bench" + number + "@members.example";
    }

    static List<AccountId> made(BenchDatabase database, int count) {
        var catalogs = database.part(Catalogs.class);
        if (!catalogs.any()) {
            catalogs.apply(CatalogFile.demo(), LocalDate.of(2026, 1, 1), "bench");
        }
        var wanted = new ArrayList<NewMember>(count);
        for (int i = 0; i < count; i++) {
            var named = NewMember.named("bench" + i, MemberType.INDIVIDUAL, "JP");
            wanted.add(new NewMember(null, named.details(), named.language(), PASSWORD));
        }
        var members = database.part(Members.class).register(wanted);
        database.part(PaymentMethods.class)
                .takeOver(members.stream().map(m -> Population.card(m, "tok_bench")).toList());
        var accounts = new ArrayList<AccountId>(count);
        for (var member : members) {
            var offer = new Contract.Offer("storage", "pay-as-you-go", 1, "JP", "vpc");
            var form = new ApplicationForm(member.account(), offer, ZONE, null, null, List.of());
            database.part(Contracts.class).apply(form, "bench");
            accounts.add(member.account());
        }
        return accounts;
    }
}
