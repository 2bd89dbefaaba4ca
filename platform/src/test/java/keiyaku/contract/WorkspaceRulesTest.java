package keiyaku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import keiyaku.contract.Workspace.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C-4: one line per example; "ok" or the reason's key. */
class WorkspaceRulesTest {

    @ParameterizedTest
    @CsvSource({
        "ab, ok",
        "a, group-length",
        "'', group-length",
        "abcdefghijklmnopqrstuv, ok",
        "abcdefghijklmnopqrstuvw, group-length",
        "my-team-1, ok",
        "12, ok",
        "-team, group-hyphen-edge",
        "team-, group-hyphen-edge",
        "my--team, group-hyphen-twice",
        "Team, group-letters",
        "my team, group-letters",
        "my_team, group-letters",
        "チーム, group-letters",
        "te\u200bam, group-letters",
    })
    void groupNames(String typed, String expected) {
        assertThat(name(Kind.GROUP, typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, ok",
        "mail.example.co.jp, ok",
        "EXAMPLE.com, ok",
        "日本語.jp, ok",
        "co.jp, domain-suffix",
        "jp, domain-suffix",
        "localhost, domain-suffix",
        "'', domain-form",
        "exa mple.com, domain-form",
        "-example.com, domain-form",
        "example..com, domain-form",
        "http://example.com, domain-form",
        "a@example.com, domain-form",
    })
    void domainNames(String typed, String expected) {
        assertThat(name(Kind.DOMAIN, typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'  Example.COM ', example.com",
        "日本語.jp, xn--wgv71a119e.jp",
    })
    void domainsAreKeptInOneForm(String typed, String kept) {
        assertThat(WorkspaceRules.normalized(Kind.DOMAIN, typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "ad, ok",
        "a, admin-id",
        "admin.one_two-3, ok",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, ok",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, admin-id",
        "Admin, admin-id",
        "ad min, admin-id",
        "ad@min, admin-id",
    })
    void administratorIds(String typed, String expected) {
        assertThat(WorkspaceRules.adminIdProblem(typed).orElse("ok")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "k7m2p9x4, ok",
        "k7m2p9x, admin-password-letters",
        "k7m2p9x4k7m2p9x4k7m2p9x4k7m2p9x4k7m2p9x4, ok",
        "k7m2p9x4k7m2p9x4k7m2p9x4k7m2p9x4k7m2p9x4a, admin-password-letters",
        "K7m2p9x4, admin-password-letters",
        "k7m2p9x!, admin-password-letters",
        "kqmzpwxt, admin-password-both",
        "92847561, admin-password-both",
        "k7abc9x4, admin-password-row",
        "k7m321x4, admin-password-row",
        "k7m2cba4, admin-password-row",
        "k7ab9xx4, ok",
        "k7aaa9x4, admin-password-repeated",
        "k7m222x4, admin-password-repeated",
        "k7ace9x4, ok",
    })
    void administratorPasswords(String typed, String expected) {
        assertThat(WorkspaceRules.passwordProblem(typed).orElse("ok")).isEqualTo(expected);
    }

    private static String name(Kind kind, String typed) {
        return WorkspaceRules.nameProblem(kind, WorkspaceRules.normalized(kind, typed))
                .orElse("ok");
    }
}
