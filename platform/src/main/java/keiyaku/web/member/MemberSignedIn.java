package keiyaku.web.member;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import keiyaku.member.Member;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.web.MissingParts;
import keiyaku.web.SignedIn;
import keiyaku.web.SignedInLookup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The member behind a request, as it is now and not as it was at login. */
@Component
class MemberSignedIn implements SignedInLookup {

    private final Members members;
    private final ObjectProvider<MissingParts> missingParts;
    private final ZoneId zone;

    MemberSignedIn(
            Members members,
            ObjectProvider<MissingParts> missingParts,
            @Value("${keiyaku.zone:Asia/Tokyo}") ZoneId zone) {
        this.members = members;
        this.missingParts = missingParts;
        this.zone = zone;
    }

    @Override
    public Optional<SignedIn> of(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof MemberLogin login)) {
            return Optional.empty();
        }
        var account = login.account();
        var member = members.member(account);
        var missing =
                missingParts.orderedStream().flatMap(parts -> parts.of(account).stream()).toList();
        return Optional.of(new Current(member, missing, zone));
    }

    private record Current(Member member, List<SignedIn.Missing> missing, ZoneId zone)
            implements SignedIn {
        @Override
        public String displayName() {
            return member.displayName();
        }

        @Override
        public AccountId account() {
            return member.account();
        }

        @Override
        public Language language() {
            return member.language();
        }
    }
}
