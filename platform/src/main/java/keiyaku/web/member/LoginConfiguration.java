package keiyaku.web.member;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Login by form, logout, and which pages are a member's own. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    private static final String[] OWN = {"/my", "/my/**", "/console", "/console/**"};

    @Bean
    Customizer<HttpSecurity> memberLogin(
            LoginProvider provider, LoginSuccess success, LoginEntry entry) {
        return http ->
                http.authenticationProvider(provider)
                        .authorizeHttpRequests(r -> r.requestMatchers(OWN).authenticated())
                        .formLogin(
                                form ->
                                        form.loginPage("/login")
                                                .usernameParameter("email")
                                                .passwordParameter("password")
                                                .successHandler(success)
                                                .failureHandler(LoginController::showRefusal))
                        .logout(
                                out ->
                                        out.logoutUrl("/logout")
                                                .logoutSuccessUrl("/login?why=out"))
                        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                        .sessionManagement(
                                s -> s.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                        .exceptionHandling(e -> e.authenticationEntryPoint(entry));
    }
}
