package keiyaku.web;

import java.io.Serializable;
import keiyaku.web.part.Tone;

/** What has just happened, said once at the top of the next page; the text is in its language. */
public record Notice(Tone tone, String text) implements Serializable {}
