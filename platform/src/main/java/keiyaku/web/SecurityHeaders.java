package keiyaku.web;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * What a page may load and who may frame it: everything from here, frames only from the acquirer
 * (card fields) and the card's issuer (3-D Secure), no inline script or style.
 */
@Component
class SecurityHeaders {

    private final String frames;

    SecurityHeaders(
            @Value("${keiyaku.outside.acquirer-url:}") String acquirer,
            @Value("${keiyaku.outside.issuer-url:}") String issuer) {
        frames =
                Stream.of(acquirer, issuer)
                        .filter(url -> !url.isBlank())
                        .map(SecurityHeaders::origin)
                        .distinct()
                        .map(origin -> " " + origin)
                        .collect(Collectors.joining());
    }

    void configure(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy()))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(
                        p -> p.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .frameOptions(FrameOptionsConfig::sameOrigin)
                .httpStrictTransportSecurity(s -> s.maxAgeInSeconds(63_072_000));
    }

    private String policy() {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "frame-src 'self'" + frames,
                "form-action 'self'" + frames,
                "frame-ancestors 'self'",
                "base-uri 'none'",
                "object-src 'none'");
    }

    private static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
