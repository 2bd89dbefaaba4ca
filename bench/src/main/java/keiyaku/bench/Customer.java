package keiyaku.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A member with a card and a paid contract, made by the pages themselves. */
final class Customer {

    private static final String EMAIL = "bench@example.jp";
    private static final String PASSWORD = "Kx7!mnop";
    private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");
    private static final Pattern SESSION = Pattern.compile("data-session=\"([^\"]+)\"");
    private static final Pattern FRAME = Pattern.compile("<iframe[^>]* src=\"([^\"]+)\"");
    private static final Pattern CONTRACT = Pattern.compile("(/console/contracts/[\\w-]+)\"");
    private static final Pattern TERMS = Pattern.compile("name=\"terms\" value=\"([^\"]+)\"");
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");
    private static final Pattern WAY = Pattern.compile("name=\"way\" value=\"([^\"]+)\"");
    private static final Pattern DAY = Pattern.compile("name=\"on\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern QUOTE = Pattern.compile("name=\"fingerprint\" value=\"([^\"]*)\"");
    private static final String APPLY = "/console/products/works/apply";
    private static final String CARD =
            """
            {"number": "4242424242424242", "expMonth": "12", "expYear": "2039", "cvc": "123",
             "holder": "TARO YAMADA"}\
            """;
    private static final int TRIES = 100;

    private final Visit visit;
    private final Visit inbox;

    private Customer(Visit visit, Visit inbox) {
        this.visit = visit;
        this.inbox = inbox;
    }

    /** Gives the path of the contract's page. */
    static String madeBy(Visit visit, Visit inbox) throws IOException, InterruptedException {
        var customer = new Customer(visit, inbox);
        customer.signUp();
        customer.registerCard();
        return customer.contract();
    }

    private void signUp() throws IOException, InterruptedException {
        visit.submit("/sign-up/place", Map.of("country", "JP", "type", "individual"));
        visit.submit("/sign-up/terms", Map.of("terms-of-use", "yes", "privacy", "yes"));
        var form = new HashMap<String, String>();
        form.put("email", EMAIL);
        form.put("password", PASSWORD);
        form.put("passwordAgain", PASSWORD);
        form.put("name", "山田 太郎");
        form.put("birthDate", "1990-04-01");
        form.put("postalCode", "100-0001");
        form.put("region", "東京都");
        form.put("city", "千代田区");
        form.put("street", "千代田1-1");
        form.put("phone", "090-1234-5678");
        form.put("serviceField", "web");
        form.put("heardFrom", "search");
        visit.submit("/sign-up/form", form);
        visit.submit("/sign-up/mail", Map.of("code", code("/control/mail", "subject")));
        visit.submit("/sign-up/phone", Map.of("code", code("/control/sms", "text")));
        visit.submit("/sign-up/language", Map.of("language", "ja"));
        visit.submit("/login", Map.of("email", EMAIL, "password", PASSWORD));
    }

    private void registerCard() throws IOException, InterruptedException {
        var dialog =
                visit.submit("/my/payment-methods", "/my/payment-methods/card", Map.of()).body();
        var session = Visit.first(SESSION, dialog);
        visit.post(Visit.first(FRAME, dialog) + "/submit", "application/json", CARD);
        visit.submit(
                "/my/payment-methods",
                "/my/payment-methods/card/complete",
                Map.of("session", session, "replaces", ""));
    }

    private String contract() throws IOException, InterruptedException {
        visit.submit(APPLY + "/plan", Map.of("plan", "basic", "seats", "5"));
        var terms = Visit.first(TERMS, visit.get(APPLY + "/terms").body());
        visit.submit(APPLY + "/terms", Map.of("terms", terms));
        var information = new HashMap<String, String>();
        information.put("kind", "group");
        information.put("name", "bench");
        information.put("adminId", "admin");
        information.put("company", "花火株式会社");
        information.put("phone", "03-1234-5678");
        visit.submit(APPLY + "/information", information);
        var draft = Visit.first(DRAFT, visit.get(APPLY + "/confirm").body());
        visit.submit(APPLY + "/confirm", Map.of("draft", draft, "adminPassword", "hanabi77x"));
        var path = Visit.first(CONTRACT, visit.get("/console/contracts").body());
        startPaying(path + "/start");
        return path;
    }

    private void startPaying(String page) throws IOException, InterruptedException {
        var quoted = visit.get(page).body();
        var chosen = new HashMap<String, String>();
        chosen.put("way", Visit.first(WAY, quoted));
        chosen.put("on", Visit.first(DAY, quoted));
        chosen.put("fingerprint", Visit.first(QUOTE, quoted));
        chosen.put("act", "do");
        visit.submit(page, chosen);
    }

    /** In the newest message; it is sent by the run, in a moment. */
    private String code(String box, String field) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            var messages = JsonMapper.shared().readTree(inbox.get(box).body());
            if (!messages.isEmpty()) {
                return Visit.first(SIX_DIGITS, messages.get(0).required(field).asString());
            }
            Thread.sleep(100);
        }
        throw new IOException("no code came to " + box);
    }
}
