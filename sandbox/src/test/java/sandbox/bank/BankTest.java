package sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.Options;
import sandbox.World;

/** The bank over HTTP: files in and out, its own days, virtual accounts, mandates. */
class BankTest {
    private static final World WORLD = new World();
    private static final String FRIDAY = "Fri, 23 Jan 2026 01:00:00 GMT";
    private static final String MONDAY = "Mon, 26 Jan 2026 01:00:00 GMT";
    private static final String TUESDAY = "Tue, 27 Jan 2026 01:00:00 GMT";
    private static final String WEDNESDAY = "Wed, 28 Jan 2026 01:00:00 GMT";

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private final String key = "sandbox-bank-key-" + System.nanoTime();

    private World.Answer call(String method, String path, String body, String date) {
        return call(WORLD, method, path, body, date);
    }

    private World.Answer call(World world, String method, String path, String body, String date) {
        return world.method(
                method,
                world.sandbox.bank().resolve(path),
                body,
                "Authorization",
                "Bearer " + key,
                "Date",
                date);
    }

    private static String file(String name) {
        try (var in = BankTest.class.getResourceAsStream("/vectors/zengin/" + name)) {
            return new String(
                    Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The published request in letters that survive being sent as text. */
    private static String request() {
        return file("91_request.dat").replaceAll("[^\\x00-\\x7F]", "A");
    }

    @Test
    void aRequestIsAnsweredOnTheOpenDayAfterItsDay() {
        call("POST", "/v1/mandates", mandate("1234567"), FRIDAY);
        call(
                "POST",
                "/control/accounts/999804520000123/will",
                "{\"answer\":\"insufficient-funds\"}",
                FRIDAY);
        assertThat(call("PUT", "/v1/inbox/a", request(), FRIDAY).status()).isEqualTo(201);
        assertThat(call("PUT", "/v1/inbox/a", request(), FRIDAY).status()).isEqualTo(200);
        assertThat(call("PUT", "/v1/inbox/a", request() + " ", FRIDAY).status()).isEqualTo(409);
        assertThat(files(MONDAY)).isZero();
        assertThat(files(TUESDAY)).isZero();
        assertThat(files(WEDNESDAY)).isOne();
        assertThat(files(WEDNESDAY)).isOne();
        var result = call("GET", "/v1/outbox/1", "", WEDNESDAY).text();
        assertThat(result).hasSize(732);
        // The first one's mandate has become active on that very day; the third has none.
        assertThat(result.charAt(122 + 111)).isEqualTo('0');
        assertThat(result.charAt(244 + 111)).isEqualTo('1');
        assertThat(result.charAt(366 + 111)).isEqualTo('4');
        assertThat(result.substring(488, 543))
                .isEqualTo("8000003010000013159000001000000011000000002010000002159");
    }

    @Test
    void aWrongFileIsRefusedWhole() {
        var wrong = call("PUT", "/v1/inbox/b", request().replace("8000003", "8000004"), FRIDAY);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("/detail")).contains("Line 5");
    }

    @Test
    void mandatesAreConfirmedAtOnceOnPaperLaterOrNotAtAll() {
        assertThat(call("POST", "/v1/mandates", mandate("1234561"), FRIDAY).at("/state"))
                .isEqualTo("active");
        assertThat(call("POST", "/v1/mandates", mandate("1234566"), FRIDAY).at("/state"))
                .isEqualTo("refused");
        var paper = call("POST", "/v1/mandates", mandate("1234567"), FRIDAY);
        assertThat(paper.at("/state")).isEqualTo("requested");
        var at = "/v1/mandates/" + paper.at("/id");
        assertThat(call("GET", at, "", MONDAY).at("/state")).isEqualTo("requested");
        assertThat(call("GET", at, "", TUESDAY).at("/state")).isEqualTo("active");
        assertThat(call("DELETE", at, "", TUESDAY).at("/state")).isEqualTo("revoked");
    }

    @Test
    void aDepositIsToldInANoticeAndToldAgainUnchanged() {
        var account = call("POST", "/v1/virtual-accounts", "{\"reference\":\"acc\"}", FRIDAY);
        var again = call("POST", "/v1/virtual-accounts", "{\"reference\":\"acc\"}", FRIDAY);
        assertThat(again.json()).isEqualTo(account.json());
        var number = account.at("/branchCode") + account.at("/accountNumber");
        var deposit = "{\"number\":\"%s\",\"amount\":5500,\"reference\":\"r1\"}".formatted(number);
        call("POST", "/control/deposits", deposit, FRIDAY);
        call("POST", "/control/deposits", deposit, FRIDAY);
        call("POST", "/control/deposits/r1/cancel", "", FRIDAY);
        assertThat(files(FRIDAY)).isEqualTo(3);
        var first = call("GET", "/v1/outbox/1", "", FRIDAY).text();
        var lines = first.split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[1]).startsWith("200000108012308012300000055000000000000" + number);
        assertThat(call("GET", "/v1/outbox/2", "", FRIDAY).text()).isEqualTo(first);
        var cancelled = call("GET", "/v1/outbox/3", "", FRIDAY).text().split("\r\n");
        assertThat(cancelled[2]).startsWith("8000000000000000000000001000000005500");
    }

    @Test
    void aCustomerNeedsItsKey() {
        var answer =
                WORLD.method(
                        "GET",
                        WORLD.sandbox.bank().resolve("/v1/outbox"),
                        "",
                        "Authorization",
                        "Bearer wrong");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void itsBooksOutliveIt(@TempDir Path data) {
        var options = Options.free().withData(data);
        var usual = "Bearer sandbox-bank-key";
        try (var world = new World(options)) {
            var bank = world.sandbox.bank();
            world.method(
                    "PUT",
                    bank.resolve("/v1/inbox/a"),
                    request(),
                    "Authorization",
                    usual,
                    "Date",
                    FRIDAY);
            world.post(bank.resolve("/control/deposits"), "{\"amount\":1}", "Authorization", usual);
        }
        try (var world = new World(options)) {
            var list = world.sandbox.bank().resolve("/v1/outbox");
            var found = world.method("GET", list, "", "Authorization", usual, "Date", WEDNESDAY);
            assertThat(found.json().required("data")).hasSize(2);
            assertThat(found.at("/data/1/kind")).isEqualTo("debit-result");
        }
        assertThat(Files.exists(data.resolve("bank.jsonl"))).isTrue();
    }

    private int files(String date) {
        return call("GET", "/v1/outbox?after=0", "", date).json().required("data").size();
    }

    private static String mandate(String number) {
        return """
        {"bankCode":"9999","branchCode":"123","accountType":"1","accountNumber":"%s",
         "holder":"X"}\
        """
                .formatted(number);
    }

    @Test
    void itIsClosedAtWeekendsAndAtNewYear() {
        assertThat(BankDays.openAfter(java.time.LocalDate.of(2026, 12, 30)))
                .isEqualTo("2027-01-04");
        assertThat(BankDays.isOpen(java.time.LocalDate.of(2026, 1, 24))).isFalse();
    }
}
