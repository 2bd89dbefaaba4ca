package keiyaku.contract;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import keiyaku.contract.Workspace.Kind;

/** What the names and passwords of a workspace may look like (C-4). Reasons are text keys. */
final class WorkspaceRules {

    private static final Pattern GROUP_LETTERS = Pattern.compile("[a-z0-9-]+");
    private static final Pattern ADMIN_ID = Pattern.compile("[a-z0-9._-]{2,40}");
    private static final Pattern PASSWORD = Pattern.compile("[a-z0-9]{8,40}");

    private WorkspaceRules() {}

    /** The name as it is kept: trimmed, lower case where it is a domain, IDN as punycode. */
    static String normalized(Kind kind, String typed) {
        var name = typed.strip();
        if (kind == Kind.GROUP) {
            return name;
        }
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    static Optional<String> nameProblem(Kind kind, String name) {
        return kind == Kind.GROUP ? groupProblem(name) : domainProblem(name);
    }

    private static Optional<String> groupProblem(String name) {
        if (name.length() < 2 || name.length() > 22) {
            return Optional.of("group-length");
        }
        if (!GROUP_LETTERS.matcher(name).matches()) {
            return Optional.of("group-letters");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            return Optional.of("group-hyphen-edge");
        }
        return name.contains("--") ? Optional.of("group-hyphen-twice") : Optional.empty();
    }

    /** A domain that can be registered, or a name under one; not a public suffix itself. */
    private static Optional<String> domainProblem(String name) {
        if (name.isEmpty() || name.length() > 253 || !InternetDomainName.isValid(name)) {
            return Optional.of("domain-form");
        }
        var domain = InternetDomainName.from(name);
        return domain.isUnderPublicSuffix() ? Optional.empty() : Optional.of("domain-suffix");
    }

    static Optional<String> adminIdProblem(String id) {
        return ADMIN_ID.matcher(id).matches() ? Optional.empty() : Optional.of("admin-id");
    }

    static Optional<String> passwordProblem(String password) {
        if (!PASSWORD.matcher(password).matches()) {
            return Optional.of("admin-password-letters");
        }
        var letters = password.chars().anyMatch(Character::isLetter);
        var digits = password.chars().anyMatch(Character::isDigit);
        if (!letters || !digits) {
            return Optional.of("admin-password-both");
        }
        for (int i = 2; i < password.length(); i++) {
            int first = password.charAt(i - 1) - password.charAt(i - 2);
            int second = password.charAt(i) - password.charAt(i - 1);
            if (first == second && first == 0) {
                return Optional.of("admin-password-repeated");
            }
            if (first == second && Math.abs(first) == 1) {
                return Optional.of("admin-password-row");
            }
        }
        return Optional.empty();
    }
}
