package io.faceservice.http.wire;

import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 describes it ({@code application/problem+json}).
 *
 * @param type names the kind of problem as a URI
 * @param title the kind in words, always the same
 * @param status the HTTP status
 * @param code names the kind as a word, always the same: what programs go by
 * @param detail what is wrong this time, in words for people
 * @param field what of the request is wrong, if it is one thing
 */
public record Problem(
    String type,
    String title,
    int status,
    String code,
    @Nullable String detail,
    @Nullable String field) {}
