package keiyaku.notification;

/** How a message travels. */
public enum Channel {
    MAIL,
    SMS;

    String code() {
        return this == MAIL ? "mail" : "sms";
    }

    static Channel ofCode(String code) {
        return "mail".equals(code) ? MAIL : SMS;
    }
}
