package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.MovableClock;
import keiyaku.usage.Estimates;
import keiyaku.usage.MonthlyBills;
import keiyaku.usage.UsageEvents;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Events of use come in, singly or in batches, and what the month comes to goes out (B-7, B-12). A
 * login sends its own account's events. A program of the provider shows its key instead of a
 * session and names the account of each.
 */
@RestController
@RequestMapping("/api/v1/usage")
class UsageApi {

    private static final String SANDBOX_KEY = "sandbox-usage-key";

    private final UsageEvents events;
    private final Estimates estimates;
    private final MonthlyBills bills;
    private final Posts posts;
    private final MovableClock clock;
    private final byte[] expected;

    UsageApi(
            UsageEvents events,
            Estimates estimates,
            MonthlyBills bills,
            Posts posts,
            MovableClock clock,
            @Value("${keiyaku.outside.usage-key:}") String key,
            @Value("${keiyaku.sandbox:false}") boolean sandbox) {
        this.events = events;
        this.estimates = estimates;
        this.bills = bills;
        this.posts = posts;
        this.clock = clock;
        var known = key.isBlank() && sandbox ? SANDBOX_KEY : key;
        this.expected = known.isBlank() ? new byte[0] : bytes("Bearer " + known);
    }

    /** One event, or up to 1,000 under {@code events}; the same id counts once. */
    @PostMapping
    ResponseEntity<String> take(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var json = body == null ? "" : body;
        var given = request.getHeader("Authorization");
        if (given != null) {
            requireKey(given);
            return take(json, null).sent();
        }
        var account = Caller.account(page);
        return posts.once(request, account, json, () -> take(json, account));
    }

    private Answer take(String json, @Nullable AccountId own) {
        var sent = Body.read(json, body -> UsageRequests.events(body, own, clock.instant()));
        var taken = events.take(sent);
        return Answer.json(
                200,
                Views.object(
                        "object", "usage-taken",
                        "taken", taken.fresh(),
                        "known", taken.known()));
    }

    /** The month that goes on, so far and at this pace by its end; before tax. */
    @GetMapping("/estimate")
    Map<String, Object> estimate(Page page) {
        return UsageViews.estimate(estimates.thisMonth(Caller.account(page), page.zone()));
    }

    /** What was used on each day of a month; none named: of this one. */
    @GetMapping("/days")
    ListAnswer days(Page page, @RequestParam(required = false) @Nullable String month) {
        var account = Caller.account(page);
        var estimate =
                month == null
                        ? estimates.thisMonth(account, page.zone())
                        : estimates.of(account, page.zone(), month(month));
        List<Map<String, Object>> days = estimate.days().stream().map(UsageViews::day).toList();
        return new ListAnswer("list", "/api/v1/usage/days", false, days);
    }

    /** Months on which anything stood, the latest first, each with how its bill stands. */
    @GetMapping("/months")
    ListAnswer months(Page page) {
        var months = bills.months(Caller.account(page));
        return ListAnswer.of(
                "/api/v1/usage/months", months, Math.max(1, months.size()), UsageViews::month);
    }

    /** A month with its meters, its days, and what of it came after its bill. */
    @GetMapping("/months/{month}")
    Map<String, Object> month(Page page, @PathVariable String month) {
        var account = Caller.account(page);
        var bill = bills.month(account, month(month)).orElseThrow(PrefixedIds::notFound);
        return UsageViews.month(
                bill,
                estimates.of(account, bill.zone(), bill.month()),
                bills.late(account, bill.month()));
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new BadInputException("month", "usage-month");
        }
    }

    private void requireKey(String given) {
        if (expected.length == 0 || !MessageDigest.isEqual(bytes(given), expected)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
