package io.chaoschapters.settings;

import org.apiguardian.api.API;

/**
 * A setting's present value and where it came from.
 *
 * @param setting which one
 * @param value its value; empty for "not set"
 * @param origin for people, such as {@code -Dsubject} or {@code default}
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record SettingValue(Setting setting, String value, String origin) {}
