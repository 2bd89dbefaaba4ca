package keiyaku.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.shared.Language;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail's two forms from one text. Paragraphs are set apart by an empty line; a paragraph that is
 * only a link becomes a button and one that is only a code is set large. Styles stand on the
 * elements, since mail programs drop style sheets.
 */
final class MailLayout {

    private static final String FONT =
            "font-family:'Noto Sans JP','Noto Sans KR','Noto Sans SC','Hiragino Sans',"
                    + "'Yu Gothic','Segoe UI',Roboto,sans-serif;";

    private MailLayout() {}

    /** The parts that the layout needs besides the text. */
    record Frame(Language language, String subject, String company, String footer, String action) {}

    static String text(Frame frame, String body, Map<String, String> facts) {
        return Texts.fill(body, "body", facts)
                + "\n\n-- \n"
                + frame.company()
                + "\n"
                + frame.footer()
                + "\n";
    }

    static String html(Frame frame, String body, Map<String, String> facts) {
        List<String> blocks = new ArrayList<>();
        for (var paragraph : body.split("\n\n")) {
            blocks.add(block(paragraph.strip(), frame, facts));
        }
        return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width,initial-scale=1">\
        <meta name="color-scheme" content="light"><title>%s</title></head>
        <body style="margin:0;background:#f2f2f2;color:#1a1a1a;%s">
        <table role="presentation" width="100%%" cellspacing="0" cellpadding="0">\
        <tr><td align="center" style="padding:24px 12px">
        <table role="presentation" width="560" cellspacing="0" cellpadding="0" \
        style="max-width:560px;width:100%%;background:#ffffff;border:1px solid #d9d9d9;\
        border-radius:8px">
        <tr><td style="padding:24px 32px 0;font-size:15px;font-weight:700;color:#264af4">%s</td></tr>
        <tr><td style="padding:16px 32px 24px;font-size:16px;line-height:1.7">
        <h1 style="margin:0 0 16px;font-size:20px;line-height:1.5">%s</h1>
        %s
        </td></tr>
        <tr><td style="padding:16px 32px 24px;border-top:1px solid #d9d9d9;font-size:13px;\
        line-height:1.6;color:#595959">%s</td></tr>
        </table></td></tr></table></body></html>
        """
                .formatted(
                        frame.language().tag(),
                        escape(frame.subject()),
                        FONT,
                        escape(frame.company()),
                        escape(frame.subject()),
                        String.join("\n", blocks),
                        escape(frame.footer()));
    }

    private static String block(String paragraph, Frame frame, Map<String, String> facts) {
        return switch (paragraph) {
            case "{link}" -> button(facts.getOrDefault("link", ""), frame.action());
            case "{code}" -> code(facts.getOrDefault("code", ""));
            default ->
                    "<p style=\"margin:0 0 16px\">"
                            + escape(Texts.fill(paragraph, "body", facts)).replace("\n", "<br>")
                            + "</p>";
        };
    }

    private static String button(String link, String label) {
        return """
        <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:12px 24px;\
        background:#264af4;color:#ffffff;border-radius:8px;font-weight:700;\
        text-decoration:none">%s</a></p>\
        """
                .formatted(escape(link), escape(label.isEmpty() ? link : label));
    }

    private static String code(String code) {
        return """
        <p style="margin:24px 0;padding:16px;background:#f2f2f2;border-radius:8px;\
        text-align:center;font-size:28px;font-weight:700;font-family:monospace">%s</p>\
        """
                .formatted(escape(code));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
