package keiyaku.contract;

import java.util.Locale;

/**
 * The information of a workspace product (C-4).
 *
 * @param name the group's name, or a domain's in its ASCII form
 * @param adminId the administrator's login before the @
 */
public record Workspace(Kind kind, String name, String adminId, String company, String phone) {

    /** What the accounts of a workspace are named by. */
    public enum Kind {
        GROUP,
        DOMAIN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The administrator's account, as shown: admin@group or admin@domain. */
    public String adminAccount() {
        return adminId + "@" + name;
    }
}
