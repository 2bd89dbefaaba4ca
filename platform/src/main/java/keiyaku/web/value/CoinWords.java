package keiyaku.web.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import keiyaku.billing.Invoices;
import keiyaku.catalog.CoinRules;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.value.CoinLot;
import keiyaku.value.CoinUse;
import keiyaku.value.Coins;
import keiyaku.web.Page;
import keiyaku.web.part.Option;
import org.springframework.stereotype.Component;

/** Puts what became of an account's coins into words, the latest month first. */
@Component
class CoinWords {

    static final String OTHER = "other";

    private final Coins coins;
    private final Invoices invoices;

    CoinWords(Coins coins, Invoices invoices) {
        this.coins = coins;
        this.invoices = invoices;
    }

    /** The amounts that are offered, each with what is given with it. */
    List<Option> offers(CoinRules rules, Page page) {
        var offers = new ArrayList<Option>();
        for (var amount : rules.amounts()) {
            offers.add(offer(amount, coins.bonus(amount), page));
        }
        offers.add(Option.of(OTHER, page.t("value.coins.amount.other")));
        return offers;
    }

    private static Option offer(Money amount, Money bonus, Page page) {
        var given = bonus.isZero() ? null : page.t("value.coins.offer", bonus);
        return new Option(Long.toString(amount.minor()), page.money(amount), null, given, true);
    }

    List<CoinMonth> charges(AccountId account, Page page) {
        return months(
                coins.lots(account),
                CoinLot::chargedAt,
                CoinLot::amount,
                lot ->
                        new CoinMonth.Row(
                                page.date(day(lot.chargedAt(), page)),
                                page.t("value.coins.kind." + lot.kind().code()),
                                page.money(lot.amount()),
                                page.money(lot.remaining()),
                                page.date(day(lot.expiresAt(), page).minusDays(1)),
                                ChargeController.href(lot.charge())),
                page);
    }

    List<CoinMonth> uses(AccountId account, Page page) {
        var uses = coins.uses(account);
        var numbers =
                invoices.numbers(
                        List.of(account), uses.stream().map(CoinUse::invoice).distinct().toList());
        return months(
                uses,
                CoinUse::at,
                CoinUse::amount,
                use ->
                        new CoinMonth.Row(
                                page.date(day(use.at(), page)),
                                numbers.getOrDefault(use.invoice(), ""),
                                page.money(use.amount()),
                                kind(use, account, page),
                                null,
                                "/my/invoices/" + use.invoice()),
                page);
    }

    private static String kind(CoinUse use, AccountId account, Page page) {
        var kind = page.t("value.coins.kind." + use.kind().code());
        return use.lotOwner().equals(account) ? kind : page.t("value.coins.kind.shared", kind);
    }

    private static <T> List<CoinMonth> months(
            List<T> all,
            Function<T, Instant> at,
            Function<T, Money> amount,
            Function<T, CoinMonth.Row> row,
            Page page) {
        var byMonth = new TreeMap<YearMonth, List<T>>(Comparator.reverseOrder());
        for (var each : all.reversed()) {
            byMonth.computeIfAbsent(
                            YearMonth.from(day(at.apply(each), page)), m -> new ArrayList<>())
                    .add(each);
        }
        return byMonth.entrySet().stream()
                .map(
                        month ->
                                new CoinMonth(
                                        page.formats().month(month.getKey()),
                                        month.getValue().stream().map(row).toList(),
                                        page.money(
                                                month.getValue().stream()
                                                        .map(amount)
                                                        .reduce(Money::plus)
                                                        .orElseThrow())))
                .toList();
    }

    private static LocalDate day(Instant at, Page page) {
        return at.atZone(page.zone()).toLocalDate();
    }
}
