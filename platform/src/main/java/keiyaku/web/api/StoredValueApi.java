package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import keiyaku.billing.Receivables;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.CoinCharges;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.value.CoinSharing;
import keiyaku.value.Coins;
import keiyaku.value.Coupons;
import keiyaku.value.Credits;
import keiyaku.value.Discounts;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credits, discounts, coupons and coins (S-1 to S-10). */
@RestController
@RequestMapping("/api/v1")
class StoredValueApi {

    private static final long MOST = 999_999_999_999L;
    private static final int MEMBERS = 100;

    private final Credits credits;
    private final Discounts discounts;
    private final Coupons coupons;
    private final Coins coins;
    private final CoinCharges charges;
    private final CoinSharing sharing;
    private final Receivables receivables;
    private final Catalogs catalogs;
    private final Posts posts;

    StoredValueApi(
            Credits credits,
            Discounts discounts,
            Coupons coupons,
            Coins coins,
            CoinCharges charges,
            CoinSharing sharing,
            Receivables receivables,
            Catalogs catalogs,
            Posts posts) {
        this.credits = credits;
        this.discounts = discounts;
        this.coupons = coupons;
        this.coins = coins;
        this.charges = charges;
        this.sharing = sharing;
        this.receivables = receivables;
        this.catalogs = catalogs;
        this.posts = posts;
    }

    /** Newest first, each with its history. */
    @GetMapping("/credits")
    ListAnswer credits(Page page) {
        var account = Caller.account(page);
        var all = credits.of(account);
        return ListAnswer.of(
                "/api/v1/credits",
                all,
                Math.max(1, all.size()),
                c -> ValueViews.credit(c, credits.history(account, c.id())));
    }

    /** Newest first, each with where it was applied. */
    @GetMapping("/discounts")
    ListAnswer discounts(Page page) {
        var account = Caller.account(page);
        var all = discounts.of(account);
        return ListAnswer.of(
                "/api/v1/discounts",
                all,
                Math.max(1, all.size()),
                d -> ValueViews.discount(d, discounts.history(account, d.id())));
    }

    /** Registers a coupon's code; gives the credit or discount that it granted. */
    @PostMapping("/coupons")
    ResponseEntity<String> redeem(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = text(body);
        return posts.onceOutside(
                request,
                account,
                json,
                () -> {
                    var code = Body.read(json, b -> b.text("code"));
                    return Answer.json(201, ValueViews.granted(coupons.redeem(account, code)));
                });
    }

    @GetMapping("/coins")
    Map<String, Object> coins(Page page) {
        var account = Caller.account(page);
        var held = coins.of(account);
        return Views.object(
                "object", "coins",
                "currency", held.charged().currency().getCurrencyCode(),
                "charged", held.charged(),
                "bonus", held.bonus(),
                "automatic", coins.automatic(account),
                "balance", receivables.kept(account, held.charged().currency()),
                "lots", coins.lots(account).stream().map(ValueViews::lot).toList());
    }

    /** Whether coins pay invoices by themselves. */
    @PostMapping("/coins/automatic")
    ResponseEntity<String> automatic(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = text(body);
        return posts.once(
                request,
                account,
                json,
                () -> {
                    coins.automatic(account, Body.read(json, b -> b.flag("on")));
                    return Answer.json(200, Views.object("automatic", coins.automatic(account)));
                });
    }

    /** Oldest first; the index of one is what its coins are shared by. */
    @GetMapping("/coins/charges")
    ListAnswer charges(Page page) {
        var all = charges.of(Caller.account(page));
        return ListAnswer.of(
                "/api/v1/coins/charges", all, Math.max(1, all.size()), ValueViews::charge);
    }

    /** One charge that has arrived: what is left, with whom it is shared, who used how much. */
    @GetMapping("/coins/charges/{id}")
    Map<String, Object> charge(Page page, @PathVariable String id) {
        var account = Caller.account(page);
        var charge = PrefixedIds.parse("pay", id);
        var lots = coins.lots(account).stream().filter(l -> l.charge().equals(charge)).toList();
        if (lots.isEmpty()) {
            throw PrefixedIds.notFound();
        }
        return Views.object(
                "object", "coin-charge",
                "id", id,
                "lots", lots.stream().map(ValueViews::lot).toList(),
                "members",
                        sharing.members(account, charge).stream().map(AccountId::toString).toList(),
                "used",
                        sharing.used(account, charge).entrySet().stream()
                                .map(
                                        u ->
                                                Views.object(
                                                        "account",
                                                        u.getKey(),
                                                        "amount",
                                                        u.getValue()))
                                .toList());
    }

    /** Charges coins by card, or from the balance. */
    @PostMapping("/coins/charges")
    ResponseEntity<String> charge(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = text(body);
        return posts.onceOutside(
                request,
                account,
                json,
                () -> {
                    var wanted =
                            Body.read(
                                    json,
                                    b ->
                                            new Wanted(
                                                    b.number("amount", 1, MOST),
                                                    b.optionalText("by").orElse("card")));
                    var amount =
                            new Money(wanted.amount(), catalogs.current().provider().currency());
                    var done =
                            wanted.by().equals("balance")
                                    ? charges.chargeFromBalance(account, amount)
                                    : charges.charge(account, amount);
                    return Answer.json(201, ValueViews.charge(done));
                });
    }

    private record Wanted(long amount, String by) {}

    /** What coins paid of which invoice, oldest first; below zero what returned. */
    @GetMapping("/coins/uses")
    ListAnswer uses(Page page) {
        var all = coins.uses(Caller.account(page));
        return ListAnswer.of("/api/v1/coins/uses", all, Math.max(1, all.size()), ValueViews::use);
    }

    /** Lets a charge pay invoices of members of the organization, or ends that. */
    @PostMapping({"/coins/share", "/coins/unshare"})
    ResponseEntity<String> share(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = text(body);
        boolean begin = request.getRequestURI().endsWith("/share");
        return posts.once(
                request,
                account,
                json,
                () -> {
                    var shared = Body.read(json, StoredValueApi::shared);
                    var charge = PrefixedIds.parse("pay", shared.charge());
                    var members =
                            shared.members().stream()
                                    .map(m -> new AccountId(PrefixedIds.parse("acc", m)))
                                    .toList();
                    if (begin) {
                        sharing.share(account, charge, members);
                    } else {
                        sharing.unshare(account, charge, members);
                    }
                    return Answer.json(
                            200,
                            Views.object(
                                    "object", "coin-share",
                                    "charge", shared.charge(),
                                    "members",
                                            sharing.members(account, charge).stream()
                                                    .map(AccountId::toString)
                                                    .toList()));
                });
    }

    private record Shared(String charge, java.util.List<String> members) {}

    private static Shared shared(Body body) {
        return new Shared(
                body.text("charge"), body.list("members", MEMBERS, m -> m.text("account")));
    }

    private static String text(@Nullable String body) {
        return body == null ? "" : body;
    }
}
