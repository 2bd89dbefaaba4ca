package keiyaku.notification;

import java.time.ZoneId;
import java.util.Map;
import keiyaku.shared.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a template and its facts into words in the recipient's language. */
@Component
class Composer {

    private final Texts texts;
    private final String publicUrl;
    private final ZoneId zone;
    private final String company;

    Composer(
            Texts texts,
            @Value("${keiyaku.public-url}") String publicUrl,
            @Value("${keiyaku.zone:Asia/Tokyo}") ZoneId zone,
            @Value("${keiyaku.company:Keiyaku}") String company) {
        this.texts = texts;
        this.publicUrl = publicUrl;
        this.zone = zone;
        this.company = company;
    }

    /** A mail in words, as text and as HTML. */
    record Mail(String subject, String text, String html) {}

    boolean knows(Channel channel, String template) {
        return texts.has(key(template, channel == Channel.MAIL ? "subject" : "sms"));
    }

    Mail mail(String template, Language language, String facts) {
        var words = words(language, facts);
        var subject = oneLine(texts.of(language, key(template, "subject"), words));
        var actionKey = key(template, "action");
        var action = texts.has(actionKey) ? texts.of(language, actionKey, words) : "";
        var footer = texts.of(language, "notification.layout.footer", words);
        var frame = new MailLayout.Frame(language, subject, company, footer, action);
        var body = texts.raw(language, key(template, "body"));
        return new Mail(
                subject, MailLayout.text(frame, body, words), MailLayout.html(frame, body, words));
    }

    String sms(String template, Language language, String facts) {
        return oneLine(texts.of(language, key(template, "sms"), words(language, facts)));
    }

    private Map<String, String> words(Language language, String facts) {
        var words = Facts.words(facts, new Wording(language, zone), publicUrl);
        words.put("company", company);
        return words;
    }

    /** A fact with a line break must not become a header or a second message. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    private static String key(String template, String part) {
        return "notification." + template + "." + part;
    }
}
