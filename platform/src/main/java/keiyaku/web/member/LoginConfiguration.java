package keiyaku.web.member;

import keiyaku.member.Logins;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Login by form, logout, and which pages are a member's own. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    private static final String[] OWN = {"/my", "/my/**", "/console", "/console/**"};

    /** The only one: with a second or a parent an attempt would be counted twice. */
    @Bean
    AuthenticationManager authenticationManager(Logins logins) {
        return new ProviderManager(new LoginProvider(logins));
    }

    @Bean
    Customizer<HttpSecurity> memberLogin(
            AuthenticationManager manager, LoginSuccess success, LoginEntry entry) {
        return http ->
                http.authenticationManager(manager)
                        .authorizeHttpRequests(r -> r.requestMatchers(OWN).authenticated())
                        .formLogin(
                                form ->
                                        form.loginPage("/login")
                                                .usernameParameter("email")
                                                .passwordParameter("password")
                                                .successHandler(success)
                                                .failureHandler(LoginController::showRefusal))
                        .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?why=out"))
                        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                        .sessionManagement(
                                s -> s.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                        .exceptionHandling(e -> e.authenticationEntryPoint(entry));
    }
}
