/* Written by tools/schema.mjs. */
export interface paths {
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign_up_firm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign_in"];
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_me"];
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_user"];
        trace?: never;
    };
    "/v1/users/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["transfer_work"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["activate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_roles"];
        put?: never;
        post: operations["create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_role_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_role"];
        options?: never;
        head?: never;
        patch: operations["change_role"];
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_teams"];
        put?: never;
        post: operations["create_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_team"];
        options?: never;
        head?: never;
        patch: operations["change_team"];
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_invitations"];
        put?: never;
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revoke_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_api_keys"];
        put?: never;
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revoke_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_notification_preferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_notification_preferences"];
        trace?: never;
    };
    "/v1/currencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_currencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies/{code}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies/{code}/rates/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["set_rate"];
        post?: never;
        delete: operations["delete_rate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_unattached_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_unattached_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["complete_unattached_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_favourites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/favourites/{plural}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_favourite"];
        put: operations["keep_favourite"];
        post?: never;
        delete: operations["drop_favourite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_recent"];
        put?: never;
        post: operations["note_recent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_catalogue_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects/removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_removed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_objects"];
        put?: never;
        post: operations["create_object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects/{plural}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_object"];
        put?: never;
        post?: never;
        delete: operations["remove_object"];
        options?: never;
        head?: never;
        patch: operations["change_object"];
        trace?: never;
    };
    "/v1/objects/{plural}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects/{plural}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects/{plural}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["remove_field"];
        options?: never;
        head?: never;
        patch: operations["change_field"];
        trace?: never;
    };
    "/v1/objects/{plural}/fields/{field}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_imports"];
        put?: never;
        post: operations["create_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["start_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/verdicts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["download_verdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undo_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_exports"];
        put?: never;
        post: operations["create_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["start_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stop_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undo_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/verdicts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["download_job_verdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects/{plural}/duplicate-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_duplicate_rules"];
        put: operations["change_duplicate_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dismiss_duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objects/{plural}/duplicates/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["scan_for_duplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_merges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_merge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undo_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search_everywhere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privacy/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_privacy_requests"];
        put?: never;
        post: operations["ask_about_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privacy/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_privacy_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_views"];
        put?: never;
        post: operations["create_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_view"];
        put?: never;
        post?: never;
        delete: operations["delete_view"];
        options?: never;
        head?: never;
        patch: operations["change_view"];
        trace?: never;
    };
    "/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rename_tags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sample-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_sample_data"];
        put?: never;
        post: operations["load_sample_data"];
        delete: operations["remove_sample_data"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        FieldType: "address" | "boolean" | "choice" | "date" | "date_time" | "email" | "file" | "formula" | "integer" | "lines" | "link" | "long_text" | "money" | "multi_choice" | "number" | "percent" | "person_name" | "phone" | "rating" | "rich_text" | "rollup" | "stage" | "tags" | "text" | "time" | "url" | "user";
        Filter: {
            field: string;
            /** @enum {string} */
            op?: "between" | "contains" | "during" | "empty" | "ends" | "eq" | "further_than" | "gt" | "gte" | "in" | "like" | "lt" | "lte" | "ne" | "not_between" | "not_contains" | "not_during" | "not_empty" | "not_ends" | "not_in" | "not_like" | "not_regexp" | "not_starts" | "older_than" | "regexp" | "starts";
            value?: unknown;
        } | {
            all: components["schemas"]["Filter"][];
        } | {
            any: components["schemas"]["Filter"][];
        } | {
            not: components["schemas"]["Filter"];
        };
        ObjectDocument: {
            name: string;
            plural: string;
            label: {
                es: string;
                en: string;
            };
            label_plural: {
                es: string;
                en: string;
            };
            icon: string;
            custom: boolean;
            name_field: string;
            permissions: Record<string, never>;
            features: Record<string, never>;
            catalogue_version: number;
            fields: ({
                name: string;
                type: components["schemas"]["FieldType"];
                label: {
                    es: string;
                    en: string;
                };
            } & {
                [key: string]: unknown;
            })[];
            sections: Record<string, never>[];
            columns: string[];
            board: Record<string, never> | null;
            related: Record<string, never>[];
        };
        ObjectSummary: {
            name: string;
            plural: string;
            label: {
                es: string;
                en: string;
            };
            label_plural: {
                es: string;
                en: string;
            };
            icon: string;
            custom: boolean;
            name_field: string;
            permissions: Record<string, never>;
            features: Record<string, never>;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            request_id: string;
            errors?: {
                field: string;
                code: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        version: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    sign_up_firm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company: string;
                    email: string;
                    password: string;
                    /** @enum {string} */
                    locale: "es" | "en";
                    timezone: string;
                    currency: string;
                    sample_data?: boolean;
                    name?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tenant: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            currency: string;
                        };
                        user: {
                            id: string;
                            email: string;
                            name: string;
                            role: string;
                            team: string | null;
                            /** @enum {string} */
                            status: "active" | "inactive";
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            created_at: string;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token: string;
                        /** @enum {string} */
                        token_type: "Bearer";
                        expires_in: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token: string;
                        /** @enum {string} */
                        token_type: "Bearer";
                        expires_in: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            email: string;
                            name: string;
                            role: string;
                            team: string | null;
                            /** @enum {string} */
                            status: "active" | "inactive";
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            created_at: string;
                        };
                        tenant: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            currency: string;
                        };
                        permissions: {
                            [key: string]: {
                                /** @enum {string} */
                                read: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                create: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                update: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                delete: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                export: "none" | "own" | "team" | "all";
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    locale?: "es" | "en";
                    timezone?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            email: string;
                            name: string;
                            role: string;
                            team: string | null;
                            /** @enum {string} */
                            status: "active" | "inactive";
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            created_at: string;
                        };
                        tenant: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            currency: string;
                        };
                        permissions: {
                            [key: string]: {
                                /** @enum {string} */
                                read: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                create: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                update: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                delete: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                export: "none" | "own" | "team" | "all";
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string;
                            name: string;
                            role: string;
                            team: string | null;
                            /** @enum {string} */
                            status: "active" | "inactive";
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            created_at: string;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    role?: string;
                    team?: string | null;
                    name?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        name: string;
                        role: string;
                        team: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive";
                        /** @enum {string} */
                        locale: "es" | "en";
                        timezone: string;
                        created_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    deactivate_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    heir_id?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        name: string;
                        role: string;
                        team: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive";
                        /** @enum {string} */
                        locale: "es" | "en";
                        timezone: string;
                        created_at: string;
                        transfer_job?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    transfer_work: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string;
                    everything?: boolean;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        title: string;
                        state: string;
                        is_running: boolean;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        progress: {
                            done: number;
                            total: number | null;
                        } | null;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        can_stop: boolean;
                        can_undo: boolean;
                        has_verdicts: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    activate_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        name: string;
                        role: string;
                        team: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive";
                        /** @enum {string} */
                        locale: "es" | "en";
                        timezone: string;
                        created_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            objects: {
                                [key: string]: {
                                    /** @enum {string} */
                                    read: "none" | "own" | "team" | "all";
                                    /** @enum {string} */
                                    create: "none" | "own" | "team" | "all";
                                    /** @enum {string} */
                                    update: "none" | "own" | "team" | "all";
                                    /** @enum {string} */
                                    delete: "none" | "own" | "team" | "all";
                                    /** @enum {string} */
                                    export: "none" | "own" | "team" | "all";
                                };
                            };
                            fields: {
                                [key: string]: {
                                    [key: string]: {
                                        read: boolean;
                                        write: boolean;
                                    };
                                };
                            };
                            is_standard: boolean;
                            is_changed: boolean;
                            is_fixed: boolean;
                            users: number;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    label: {
                        es: string;
                        en: string;
                    };
                    objects?: {
                        [key: string]: {
                            /** @enum {string} */
                            read?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            create?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            update?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            delete?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            export?: "none" | "own" | "team" | "all";
                        } | null;
                    };
                    fields?: {
                        [key: string]: {
                            [key: string]: {
                                read?: boolean;
                                write?: boolean;
                            };
                        } | null;
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        label: {
                            es: string;
                            en: string;
                        };
                        objects: {
                            [key: string]: {
                                /** @enum {string} */
                                read: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                create: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                update: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                delete: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                export: "none" | "own" | "team" | "all";
                            };
                        };
                        fields: {
                            [key: string]: {
                                [key: string]: {
                                    read: boolean;
                                    write: boolean;
                                };
                            };
                        };
                        is_standard: boolean;
                        is_changed: boolean;
                        is_fixed: boolean;
                        users: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_role_changes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            role: string;
                            version: number;
                            actor: string;
                            at: string;
                            changes: {
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                            before: {
                                label: {
                                    es: string;
                                    en: string;
                                };
                                objects: {
                                    [key: string]: {
                                        /** @enum {string} */
                                        read: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        create: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        update: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        delete: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        export: "none" | "own" | "team" | "all";
                                    };
                                };
                                fields: {
                                    [key: string]: {
                                        [key: string]: {
                                            read: boolean;
                                            write: boolean;
                                        };
                                    };
                                };
                            } | null;
                            after: {
                                label: {
                                    es: string;
                                    en: string;
                                };
                                objects: {
                                    [key: string]: {
                                        /** @enum {string} */
                                        read: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        create: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        update: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        delete: "none" | "own" | "team" | "all";
                                        /** @enum {string} */
                                        export: "none" | "own" | "team" | "all";
                                    };
                                };
                                fields: {
                                    [key: string]: {
                                        [key: string]: {
                                            read: boolean;
                                            write: boolean;
                                        };
                                    };
                                };
                            } | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_looks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kind: string;
                            actor: string;
                            at: string;
                            user: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    change_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    label?: {
                        es: string;
                        en: string;
                    };
                    objects?: {
                        [key: string]: {
                            /** @enum {string} */
                            read?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            create?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            update?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            delete?: "none" | "own" | "team" | "all";
                            /** @enum {string} */
                            export?: "none" | "own" | "team" | "all";
                        } | null;
                    };
                    fields?: {
                        [key: string]: {
                            [key: string]: {
                                read?: boolean;
                                write?: boolean;
                            };
                        } | null;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        label: {
                            es: string;
                            en: string;
                        };
                        objects: {
                            [key: string]: {
                                /** @enum {string} */
                                read: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                create: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                update: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                delete: "none" | "own" | "team" | "all";
                                /** @enum {string} */
                                export: "none" | "own" | "team" | "all";
                            };
                        };
                        fields: {
                            [key: string]: {
                                [key: string]: {
                                    read: boolean;
                                    write: boolean;
                                };
                            };
                        };
                        is_standard: boolean;
                        is_changed: boolean;
                        is_fixed: boolean;
                        users: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            parent: string | null;
                            members: string[];
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_team: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    parent?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        parent: string | null;
                        members: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    change_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    parent?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        parent: string | null;
                        members: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string;
                            role: string;
                            name: string;
                            /** @enum {string} */
                            status: "pending";
                            created_at: string;
                            expires_at: string;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    role: string;
                    name?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        role: string;
                        name: string;
                        /** @enum {string} */
                        status: "pending";
                        created_at: string;
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    revoke_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    email: string;
                    password: string;
                    name: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tenant: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            currency: string;
                        };
                        user: {
                            id: string;
                            email: string;
                            name: string;
                            role: string;
                            team: string | null;
                            /** @enum {string} */
                            status: "active" | "inactive";
                            /** @enum {string} */
                            locale: "es" | "en";
                            timezone: string;
                            created_at: string;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            role: string;
                            scopes: string[];
                            created_at: string;
                            expires_at: string;
                            last_used_at: string | null;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: string[];
                    expires_at: string;
                    role?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        role: string;
                        scopes: string[];
                        created_at: string;
                        expires_at: string;
                        last_used_at: string | null;
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    revoke_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        items: {
                            id: string;
                            kind: string;
                            at: string;
                            actor: string | null;
                            data: Record<string, never>;
                            read: boolean;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    up_to?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    get_notification_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        muted: string[];
                        mail_off: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    change_notification_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    muted?: string[];
                    mail_off?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        muted: string[];
                        mail_off: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_currencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        base: {
                            code: string;
                            decimals: number;
                        };
                        items: {
                            code: string;
                            decimals: number;
                            rate: {
                                rate: string;
                                date: string;
                                set_by: string;
                                set_at: string;
                            } | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_rates: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            rate: string;
                            date: string;
                            set_by: string;
                            set_at: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    set_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                date: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rate: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rate: string;
                        date: string;
                        set_by: string;
                        set_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_unattached_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    size: number;
                    type?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        file: {
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "quarantined" | "scanning" | "ready" | "refused";
                            reason: string | null;
                            name: string;
                            size: number;
                            type: string;
                            may_be_shown: boolean;
                            width: number | null;
                            height: number | null;
                            at: string;
                            by: string;
                            versions: {
                                version: number;
                                /** @enum {string} */
                                state: "quarantined" | "scanning" | "ready" | "refused";
                                reason: string | null;
                                name: string;
                                size: number;
                                type: string;
                                may_be_shown: boolean;
                                width: number | null;
                                height: number | null;
                                at: string;
                                by: string;
                            }[];
                            created_at: string;
                            created_by: string;
                            deleted_at: string | null;
                        };
                        upload: {
                            url: string;
                            fields: {
                                [key: string]: unknown;
                            };
                        };
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    get_unattached_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "quarantined" | "scanning" | "ready" | "refused";
                        reason: string | null;
                        name: string;
                        size: number;
                        type: string;
                        may_be_shown: boolean;
                        width: number | null;
                        height: number | null;
                        at: string;
                        by: string;
                        versions: {
                            version: number;
                            /** @enum {string} */
                            state: "quarantined" | "scanning" | "ready" | "refused";
                            reason: string | null;
                            name: string;
                            size: number;
                            type: string;
                            may_be_shown: boolean;
                            width: number | null;
                            height: number | null;
                            at: string;
                            by: string;
                        }[];
                        created_at: string;
                        created_by: string;
                        deleted_at: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    complete_unattached_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "quarantined" | "scanning" | "ready" | "refused";
                        reason: string | null;
                        name: string;
                        size: number;
                        type: string;
                        may_be_shown: boolean;
                        width: number | null;
                        height: number | null;
                        at: string;
                        by: string;
                        versions: {
                            version: number;
                            /** @enum {string} */
                            state: "quarantined" | "scanning" | "ready" | "refused";
                            reason: string | null;
                            name: string;
                            size: number;
                            type: string;
                            may_be_shown: boolean;
                            width: number | null;
                            height: number | null;
                            at: string;
                            by: string;
                        }[];
                        created_at: string;
                        created_by: string;
                        deleted_at: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_favourites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            plural: string;
                            id: string;
                            name: string | null;
                            at: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    get_favourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        favourite: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    keep_favourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        favourite: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    drop_favourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        favourite: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_recent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            plural: string;
                            id: string;
                            name: string | null;
                            at: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    note_recent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plural: string;
                    id: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_catalogue_changes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: string;
                            actor: string;
                            at: string;
                            changes: {
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                            data: Record<string, never>;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_removed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        catalogue_version: number;
                        objects: {
                            plural: string;
                            label_plural: {
                                es: string;
                                en: string;
                            };
                            deleted_at: string;
                        }[];
                        fields: {
                            plural: string;
                            name: string;
                            type: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            deleted_at: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_objects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        catalogue_version: number;
                        items: components["schemas"]["ObjectSummary"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_object: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    plural: string;
                    label: {
                        es: string;
                        en: string;
                    };
                    label_plural: {
                        es: string;
                        en: string;
                    };
                    fields?: {
                        name: string;
                        /** @enum {string} */
                        type: "address" | "boolean" | "choice" | "date" | "date_time" | "email" | "file" | "formula" | "integer" | "link" | "long_text" | "money" | "multi_choice" | "number" | "percent" | "person_name" | "phone" | "rating" | "rich_text" | "rollup" | "text" | "time" | "url" | "user";
                        label: {
                            es: string;
                            en: string;
                        };
                        help?: {
                            es: string;
                            en: string;
                        } | null;
                        required?: boolean;
                        unique?: boolean;
                        indexed?: boolean;
                        sparse?: boolean;
                        searched?: boolean;
                        counted?: boolean;
                        multiple?: boolean;
                        zoned?: boolean;
                        default?: unknown;
                        max_length?: number | null;
                        min?: number | null;
                        max?: number | null;
                        decimals?: number | null;
                        unit?: string | null;
                        options?: {
                            label: {
                                es: string;
                                en: string;
                            };
                            value?: string;
                            color?: string | null;
                            hidden?: boolean;
                        }[];
                        parts?: string[];
                        link?: {
                            to?: string;
                            inverse?: string;
                            inverse_label?: {
                                es: string;
                                en: string;
                            };
                        };
                        visible_when?: components["schemas"]["Filter"] | null;
                        formula?: string;
                        rollup?: {
                            relation: string;
                            /** @enum {string} */
                            function: "count" | "sum" | "min" | "max";
                            field?: string | null;
                            filter?: components["schemas"]["Filter"] | null;
                        };
                        result?: string | null;
                    }[];
                    icon?: string;
                    name_field?: string;
                    features?: {
                        importable?: boolean;
                        activities?: boolean;
                        owned?: boolean;
                        tagged?: boolean;
                        board_by?: string | null;
                        board_sum?: string | null;
                    };
                    sections?: {
                        name: string;
                        label: {
                            es: string;
                            en: string;
                        };
                        fields: string[];
                    }[] | null;
                    columns?: string[] | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_object: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    remove_object: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        catalogue_version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    change_object: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    label?: {
                        es: string;
                        en: string;
                    };
                    label_plural?: {
                        es: string;
                        en: string;
                    };
                    icon?: string;
                    name_field?: string;
                    features?: {
                        importable?: boolean;
                        activities?: boolean;
                        owned?: boolean;
                        tagged?: boolean;
                        board_by?: string | null;
                        board_sum?: string | null;
                    };
                    sections?: {
                        name: string;
                        label: {
                            es: string;
                            en: string;
                        };
                        fields: string[];
                    }[] | null;
                    columns?: string[] | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    restore_object: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    create_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    type: "address" | "boolean" | "choice" | "date" | "date_time" | "email" | "file" | "formula" | "integer" | "link" | "long_text" | "money" | "multi_choice" | "number" | "percent" | "person_name" | "phone" | "rating" | "rich_text" | "rollup" | "text" | "time" | "url" | "user";
                    label: {
                        es: string;
                        en: string;
                    };
                    help?: {
                        es: string;
                        en: string;
                    } | null;
                    required?: boolean;
                    unique?: boolean;
                    indexed?: boolean;
                    sparse?: boolean;
                    searched?: boolean;
                    counted?: boolean;
                    multiple?: boolean;
                    zoned?: boolean;
                    default?: unknown;
                    max_length?: number | null;
                    min?: number | null;
                    max?: number | null;
                    decimals?: number | null;
                    unit?: string | null;
                    options?: {
                        label: {
                            es: string;
                            en: string;
                        };
                        value?: string;
                        color?: string | null;
                        hidden?: boolean;
                    }[];
                    parts?: string[];
                    link?: {
                        to?: string;
                        inverse?: string;
                        inverse_label?: {
                            es: string;
                            en: string;
                        };
                    };
                    visible_when?: components["schemas"]["Filter"] | null;
                    formula?: string;
                    rollup?: {
                        relation: string;
                        /** @enum {string} */
                        function: "count" | "sum" | "min" | "max";
                        field?: string | null;
                        filter?: components["schemas"]["Filter"] | null;
                    };
                    result?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    remove_field: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    change_field: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
                field: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    type?: string;
                    label?: {
                        es: string;
                        en: string;
                    } | null;
                    help?: {
                        es: string;
                        en: string;
                    } | null;
                    required?: boolean | null;
                    unique?: boolean | null;
                    indexed?: boolean | null;
                    sparse?: boolean | null;
                    searched?: boolean | null;
                    counted?: boolean | null;
                    multiple?: boolean;
                    zoned?: boolean;
                    default?: unknown;
                    max_length?: number | null;
                    min?: number | null;
                    max?: number | null;
                    decimals?: number | null;
                    unit?: string | null;
                    options?: {
                        label: {
                            es: string;
                            en: string;
                        };
                        value?: string;
                        color?: string | null;
                        hidden?: boolean;
                    }[] | null;
                    parts?: string[];
                    link?: {
                        to?: string;
                        inverse?: string;
                        inverse_label?: {
                            es: string;
                            en: string;
                        };
                    };
                    visible_when?: components["schemas"]["Filter"] | null;
                    formula?: string;
                    rollup?: {
                        relation: string;
                        /** @enum {string} */
                        function: "count" | "sum" | "min" | "max";
                        field?: string | null;
                        filter?: components["schemas"]["Filter"] | null;
                    };
                    result?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    restore_field: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    list_imports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            object: string;
                            filename: string;
                            /** @enum {string} */
                            state: "created" | "previewing" | "ready" | "running" | "done" | "failed" | "undoing" | "undone";
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            detected: {
                                encoding: string;
                                delimiter: string;
                                quote: string;
                                has_header: boolean;
                                rows: number;
                                columns: number;
                                uncertain: number[];
                                date_order: string | null;
                                decimal_mark: string | null;
                                /** @enum {string} */
                                format?: "csv" | "xlsx" | "vcard";
                                left_out?: {
                                    code: string;
                                    count: number;
                                }[];
                            } | null;
                            options: {
                                /** @enum {string} */
                                on_duplicate: "skip" | "update" | "create";
                                fire_automations: boolean;
                            } | null;
                            verdicts: {
                                created: number;
                                updated: number;
                                skipped: number;
                                failed: number;
                            } | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    object: string;
                    filename: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        filename: string;
                        /** @enum {string} */
                        state: "created" | "previewing" | "ready" | "running" | "done" | "failed" | "undoing" | "undone";
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        detected: {
                            encoding: string;
                            delimiter: string;
                            quote: string;
                            has_header: boolean;
                            rows: number;
                            columns: number;
                            uncertain: number[];
                            date_order: string | null;
                            decimal_mark: string | null;
                            /** @enum {string} */
                            format?: "csv" | "xlsx" | "vcard";
                            left_out?: {
                                code: string;
                                count: number;
                            }[];
                        } | null;
                        options: {
                            /** @enum {string} */
                            on_duplicate: "skip" | "update" | "create";
                            fire_automations: boolean;
                        } | null;
                        verdicts: {
                            created: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                        } | null;
                        upload: {
                            url: string;
                            fields: {
                                [key: string]: unknown;
                            };
                        };
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    get_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        filename: string;
                        /** @enum {string} */
                        state: "created" | "previewing" | "ready" | "running" | "done" | "failed" | "undoing" | "undone";
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        detected: {
                            encoding: string;
                            delimiter: string;
                            quote: string;
                            has_header: boolean;
                            rows: number;
                            columns: number;
                            uncertain: number[];
                            date_order: string | null;
                            decimal_mark: string | null;
                            /** @enum {string} */
                            format?: "csv" | "xlsx" | "vcard";
                            left_out?: {
                                code: string;
                                count: number;
                            }[];
                        } | null;
                        options: {
                            /** @enum {string} */
                            on_duplicate: "skip" | "update" | "create";
                            fire_automations: boolean;
                        } | null;
                        verdicts: {
                            created: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                        } | null;
                        mapping?: {
                            column: number;
                            target: {
                                object: string;
                                field: string;
                                part?: string;
                                label?: string;
                                label_column?: number;
                            } | null;
                            header?: string;
                            confidence?: number;
                            samples?: string[];
                            ask?: boolean;
                            /** @enum {string} */
                            question?: "meaning" | "date_order" | "decimal_mark";
                            candidates?: {
                                object: string;
                                field: string;
                                part?: string;
                                label?: string;
                                label_column?: number;
                            }[];
                            remembered?: boolean;
                            suggested_field?: {
                                name: string;
                                type: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                                options?: {
                                    value: string;
                                    label: {
                                        es: string;
                                        en: string;
                                    };
                                }[];
                                multiple?: boolean;
                            };
                            create_field?: {
                                name: string;
                                type: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                                options?: {
                                    value: string;
                                    label: {
                                        es: string;
                                        en: string;
                                    };
                                }[];
                                multiple?: boolean;
                            } | null;
                            /** @enum {string} */
                            date_order?: "dmy" | "mdy" | "ymd";
                            /** @enum {string} */
                            decimal_mark?: "." | ",";
                        }[];
                        match?: {
                            object: string;
                            field: string | null;
                            fields: string[];
                        };
                        preview?: {
                            row: number;
                            line: number;
                            records: {
                                object: string;
                                /** @enum {string} */
                                action: "create" | "update" | "skip" | "link";
                                id: string | null;
                                values: Record<string, never>;
                            }[];
                            problems: {
                                column: number | null;
                                header: string | null;
                                code: string;
                                message: string;
                            }[];
                        }[];
                        progress?: {
                            done: number;
                            total: number;
                        };
                        undo?: {
                            undone: number;
                            kept: number;
                            kept_records: {
                                row: number;
                                object: string;
                                id: string;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    preview_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    mapping?: {
                        column: number;
                        target: {
                            object: string;
                            field: string;
                            part?: string;
                            label?: string;
                            label_column?: number;
                        } | null;
                        header?: string;
                        confidence?: number;
                        samples?: string[];
                        ask?: boolean;
                        /** @enum {string} */
                        question?: "meaning" | "date_order" | "decimal_mark";
                        candidates?: {
                            object: string;
                            field: string;
                            part?: string;
                            label?: string;
                            label_column?: number;
                        }[];
                        remembered?: boolean;
                        suggested_field?: {
                            name: string;
                            type: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            options?: {
                                value: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                            }[];
                            multiple?: boolean;
                        };
                        create_field?: {
                            name: string;
                            type: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            options?: {
                                value: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                            }[];
                            multiple?: boolean;
                        } | null;
                        /** @enum {string} */
                        date_order?: "dmy" | "mdy" | "ymd";
                        /** @enum {string} */
                        decimal_mark?: "." | ",";
                    }[];
                    match?: {
                        object?: string;
                        field?: string;
                        fields?: string[];
                    };
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        filename: string;
                        /** @enum {string} */
                        state: "created" | "previewing" | "ready" | "running" | "done" | "failed" | "undoing" | "undone";
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        detected: {
                            encoding: string;
                            delimiter: string;
                            quote: string;
                            has_header: boolean;
                            rows: number;
                            columns: number;
                            uncertain: number[];
                            date_order: string | null;
                            decimal_mark: string | null;
                            /** @enum {string} */
                            format?: "csv" | "xlsx" | "vcard";
                            left_out?: {
                                code: string;
                                count: number;
                            }[];
                        } | null;
                        options: {
                            /** @enum {string} */
                            on_duplicate: "skip" | "update" | "create";
                            fire_automations: boolean;
                        } | null;
                        verdicts: {
                            created: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    start_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping: {
                        column: number;
                        target: {
                            object: string;
                            field: string;
                            part?: string;
                            label?: string;
                            label_column?: number;
                        } | null;
                        header?: string;
                        confidence?: number;
                        samples?: string[];
                        ask?: boolean;
                        /** @enum {string} */
                        question?: "meaning" | "date_order" | "decimal_mark";
                        candidates?: {
                            object: string;
                            field: string;
                            part?: string;
                            label?: string;
                            label_column?: number;
                        }[];
                        remembered?: boolean;
                        suggested_field?: {
                            name: string;
                            type: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            options?: {
                                value: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                            }[];
                            multiple?: boolean;
                        };
                        create_field?: {
                            name: string;
                            type: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            options?: {
                                value: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                            }[];
                            multiple?: boolean;
                        } | null;
                        /** @enum {string} */
                        date_order?: "dmy" | "mdy" | "ymd";
                        /** @enum {string} */
                        decimal_mark?: "." | ",";
                    }[];
                    /** @enum {string} */
                    on_duplicate: "skip" | "update" | "create";
                    fire_automations?: boolean;
                    match?: {
                        object?: string;
                        field?: string;
                        fields?: string[];
                    };
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        filename: string;
                        /** @enum {string} */
                        state: "created" | "previewing" | "ready" | "running" | "done" | "failed" | "undoing" | "undone";
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        detected: {
                            encoding: string;
                            delimiter: string;
                            quote: string;
                            has_header: boolean;
                            rows: number;
                            columns: number;
                            uncertain: number[];
                            date_order: string | null;
                            decimal_mark: string | null;
                            /** @enum {string} */
                            format?: "csv" | "xlsx" | "vcard";
                            left_out?: {
                                code: string;
                                count: number;
                            }[];
                        } | null;
                        options: {
                            /** @enum {string} */
                            on_duplicate: "skip" | "update" | "create";
                            fire_automations: boolean;
                        } | null;
                        verdicts: {
                            created: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                        } | null;
                        mapping?: {
                            column: number;
                            target: {
                                object: string;
                                field: string;
                                part?: string;
                                label?: string;
                                label_column?: number;
                            } | null;
                            header?: string;
                            confidence?: number;
                            samples?: string[];
                            ask?: boolean;
                            /** @enum {string} */
                            question?: "meaning" | "date_order" | "decimal_mark";
                            candidates?: {
                                object: string;
                                field: string;
                                part?: string;
                                label?: string;
                                label_column?: number;
                            }[];
                            remembered?: boolean;
                            suggested_field?: {
                                name: string;
                                type: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                                options?: {
                                    value: string;
                                    label: {
                                        es: string;
                                        en: string;
                                    };
                                }[];
                                multiple?: boolean;
                            };
                            create_field?: {
                                name: string;
                                type: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                                options?: {
                                    value: string;
                                    label: {
                                        es: string;
                                        en: string;
                                    };
                                }[];
                                multiple?: boolean;
                            } | null;
                            /** @enum {string} */
                            date_order?: "dmy" | "mdy" | "ymd";
                            /** @enum {string} */
                            decimal_mark?: "." | ",";
                        }[];
                        match?: {
                            object: string;
                            field: string | null;
                            fields: string[];
                        };
                        preview?: {
                            row: number;
                            line: number;
                            records: {
                                object: string;
                                /** @enum {string} */
                                action: "create" | "update" | "skip" | "link";
                                id: string | null;
                                values: Record<string, never>;
                            }[];
                            problems: {
                                column: number | null;
                                header: string | null;
                                code: string;
                                message: string;
                            }[];
                        }[];
                        progress?: {
                            done: number;
                            total: number;
                        };
                        undo?: {
                            undone: number;
                            kept: number;
                            kept_records: {
                                row: number;
                                object: string;
                                id: string;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    download_verdicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    undo_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        filename: string;
                        /** @enum {string} */
                        state: "created" | "previewing" | "ready" | "running" | "done" | "failed" | "undoing" | "undone";
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        detected: {
                            encoding: string;
                            delimiter: string;
                            quote: string;
                            has_header: boolean;
                            rows: number;
                            columns: number;
                            uncertain: number[];
                            date_order: string | null;
                            decimal_mark: string | null;
                            /** @enum {string} */
                            format?: "csv" | "xlsx" | "vcard";
                            left_out?: {
                                code: string;
                                count: number;
                            }[];
                        } | null;
                        options: {
                            /** @enum {string} */
                            on_duplicate: "skip" | "update" | "create";
                            fire_automations: boolean;
                        } | null;
                        verdicts: {
                            created: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                        } | null;
                        mapping?: {
                            column: number;
                            target: {
                                object: string;
                                field: string;
                                part?: string;
                                label?: string;
                                label_column?: number;
                            } | null;
                            header?: string;
                            confidence?: number;
                            samples?: string[];
                            ask?: boolean;
                            /** @enum {string} */
                            question?: "meaning" | "date_order" | "decimal_mark";
                            candidates?: {
                                object: string;
                                field: string;
                                part?: string;
                                label?: string;
                                label_column?: number;
                            }[];
                            remembered?: boolean;
                            suggested_field?: {
                                name: string;
                                type: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                                options?: {
                                    value: string;
                                    label: {
                                        es: string;
                                        en: string;
                                    };
                                }[];
                                multiple?: boolean;
                            };
                            create_field?: {
                                name: string;
                                type: string;
                                label: {
                                    es: string;
                                    en: string;
                                };
                                options?: {
                                    value: string;
                                    label: {
                                        es: string;
                                        en: string;
                                    };
                                }[];
                                multiple?: boolean;
                            } | null;
                            /** @enum {string} */
                            date_order?: "dmy" | "mdy" | "ymd";
                            /** @enum {string} */
                            decimal_mark?: "." | ",";
                        }[];
                        match?: {
                            object: string;
                            field: string | null;
                            fields: string[];
                        };
                        preview?: {
                            row: number;
                            line: number;
                            records: {
                                object: string;
                                /** @enum {string} */
                                action: "create" | "update" | "skip" | "link";
                                id: string | null;
                                values: Record<string, never>;
                            }[];
                            problems: {
                                column: number | null;
                                header: string | null;
                                code: string;
                                message: string;
                            }[];
                        }[];
                        progress?: {
                            done: number;
                            total: number;
                        };
                        undo?: {
                            undone: number;
                            kept: number;
                            kept_records: {
                                row: number;
                                object: string;
                                id: string;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_exports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            object: string;
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "vcard" | "json";
                            fields: string[];
                            view: string | null;
                            filter: Record<string, never> | null;
                            sort: string | null;
                            options: {
                                vcard_version?: number;
                                /** @enum {string} */
                                decimal_mark?: "." | ",";
                                day_first?: boolean;
                                /** @enum {string} */
                                separator?: "," | ";" | "\t" | "|";
                                /** @enum {string} */
                                header?: "labels" | "names";
                                /** @enum {string} */
                                locale?: "es" | "en";
                            };
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "expired";
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            result: {
                                records: number;
                                bytes: number;
                            } | null;
                            expires_at: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    object: string;
                    /** @enum {string} */
                    format: "csv" | "xlsx" | "vcard" | "json";
                    view?: string | null;
                    filter?: Record<string, never> | null;
                    sort?: string | null;
                    fields?: string[] | null;
                    options?: {
                        vcard_version?: number;
                        /** @enum {string} */
                        decimal_mark?: "." | ",";
                        day_first?: boolean;
                        /** @enum {string} */
                        separator?: "," | ";" | "\t" | "|";
                        /** @enum {string} */
                        header?: "labels" | "names";
                        /** @enum {string} */
                        locale?: "es" | "en";
                    };
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "vcard" | "json";
                        fields: string[];
                        view: string | null;
                        filter: Record<string, never> | null;
                        sort: string | null;
                        options: {
                            vcard_version?: number;
                            /** @enum {string} */
                            decimal_mark?: "." | ",";
                            day_first?: boolean;
                            /** @enum {string} */
                            separator?: "," | ";" | "\t" | "|";
                            /** @enum {string} */
                            header?: "labels" | "names";
                            /** @enum {string} */
                            locale?: "es" | "en";
                        };
                        /** @enum {string} */
                        state: "running" | "done" | "failed" | "expired";
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: {
                            records: number;
                            bytes: number;
                        } | null;
                        expires_at: string | null;
                        progress: {
                            done: number;
                            total: number | null;
                        };
                        download: {
                            url: string;
                            filename: string;
                            expires_at: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    get_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "vcard" | "json";
                        fields: string[];
                        view: string | null;
                        filter: Record<string, never> | null;
                        sort: string | null;
                        options: {
                            vcard_version?: number;
                            /** @enum {string} */
                            decimal_mark?: "." | ",";
                            day_first?: boolean;
                            /** @enum {string} */
                            separator?: "," | ";" | "\t" | "|";
                            /** @enum {string} */
                            header?: "labels" | "names";
                            /** @enum {string} */
                            locale?: "es" | "en";
                        };
                        /** @enum {string} */
                        state: "running" | "done" | "failed" | "expired";
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: {
                            records: number;
                            bytes: number;
                        } | null;
                        expires_at: string | null;
                        progress: {
                            done: number;
                            total: number | null;
                        };
                        download: {
                            url: string;
                            filename: string;
                            expires_at: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    start_bulk: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    object: string;
                    /** @enum {string} */
                    action: "update" | "delete" | "restore" | "transfer" | "tag" | "untag";
                    target: {
                        view?: string;
                        filter?: components["schemas"]["Filter"] | null;
                        sort?: string | null;
                        ids?: string[];
                    };
                    changes?: {
                        [key: string]: unknown;
                    };
                    owner?: string;
                    tags?: string[];
                    fire_automations?: boolean;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        title: string;
                        state: string;
                        is_running: boolean;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        progress: {
                            done: number;
                            total: number | null;
                        } | null;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        can_stop: boolean;
                        can_undo: boolean;
                        has_verdicts: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    preview_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    object: string;
                    /** @enum {string} */
                    action: "update" | "delete" | "restore" | "transfer" | "tag" | "untag";
                    target: {
                        view?: string;
                        filter?: components["schemas"]["Filter"] | null;
                        sort?: string | null;
                        ids?: string[];
                    };
                    changes?: {
                        [key: string]: unknown;
                    };
                    owner?: string;
                    tags?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        exact: boolean;
                        sample: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            verdict: "changed" | "unchanged" | "refused";
                            reason: string | null;
                            before: {
                                [key: string]: unknown;
                            };
                            after: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: string;
                            title: string;
                            state: string;
                            is_running: boolean;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            progress: {
                                done: number;
                                total: number | null;
                            } | null;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            result: Record<string, never> | null;
                            can_stop: boolean;
                            can_undo: boolean;
                            has_verdicts: boolean;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        title: string;
                        state: string;
                        is_running: boolean;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        progress: {
                            done: number;
                            total: number | null;
                        } | null;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        can_stop: boolean;
                        can_undo: boolean;
                        has_verdicts: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    stop_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        title: string;
                        state: string;
                        is_running: boolean;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        progress: {
                            done: number;
                            total: number | null;
                        } | null;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        can_stop: boolean;
                        can_undo: boolean;
                        has_verdicts: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    undo_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        title: string;
                        state: string;
                        is_running: boolean;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        progress: {
                            done: number;
                            total: number | null;
                        } | null;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        can_stop: boolean;
                        can_undo: boolean;
                        has_verdicts: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    download_job_verdicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_duplicate_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "exact" | "email" | "phone" | "name";
                            fields: string[];
                            weight: number;
                            threshold?: number;
                            warns?: boolean;
                        }[];
                        is_own: boolean;
                        enough: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    change_duplicate_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** @enum {string} */
                        kind: "exact" | "email" | "phone" | "name";
                        fields: string[];
                        weight: number;
                        threshold?: number;
                        warns?: boolean;
                    }[] | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "exact" | "email" | "phone" | "name";
                            fields: string[];
                            weight: number;
                            threshold?: number;
                            warns?: boolean;
                        }[];
                        is_own: boolean;
                        enough: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_duplicates: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                object: string;
                state?: "open" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            object: string;
                            /** @enum {string} */
                            state: "open" | "dismissed";
                            score: number;
                            found_at: string;
                            reasons: {
                                rule: string;
                                fields: string[];
                                share: number;
                            }[];
                            records: Record<string, never>[];
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    dismiss_duplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        /** @enum {string} */
                        state: "open" | "dismissed";
                        score: number;
                        found_at: string;
                        reasons: {
                            rule: string;
                            fields: string[];
                            share: number;
                        }[];
                        records: Record<string, never>[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    scan_for_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        title: string;
                        state: string;
                        is_running: boolean;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        progress: {
                            done: number;
                            total: number | null;
                        } | null;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        can_stop: boolean;
                        can_undo: boolean;
                        has_verdicts: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_merges: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            object: string;
                            state: string;
                            created_at: string;
                            created_by: string;
                            winner: {
                                id: string;
                                name: string | null;
                            };
                            losers: {
                                id: string;
                                name: string | null;
                            }[];
                            moved: number;
                            undone_at: string | null;
                            undone_by: string | null;
                            conflicts: {
                                plural: string;
                                id: string;
                                field: string | null;
                                reason: string;
                            }[];
                            later: {
                                plural: string;
                                id: string;
                                field: string;
                            }[];
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        state: string;
                        created_at: string;
                        created_by: string;
                        winner: {
                            id: string;
                            name: string | null;
                        };
                        losers: {
                            id: string;
                            name: string | null;
                        }[];
                        moved: number;
                        undone_at: string | null;
                        undone_by: string | null;
                        conflicts: {
                            plural: string;
                            id: string;
                            field: string | null;
                            reason: string;
                        }[];
                        later: {
                            plural: string;
                            id: string;
                            field: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    undo_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        merge_id: string;
                        state: string;
                        record: Record<string, never>;
                        restored: Record<string, never>[];
                        conflicts: {
                            plural: string;
                            id: string;
                            field: string | null;
                            reason: string;
                        }[];
                        later: {
                            plural: string;
                            id: string;
                            field: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    search_everywhere: {
        parameters: {
            query: {
                q: string;
                objects?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            object: string;
                            id: string;
                            name: string | null;
                            field: string;
                            subtitle: string | null;
                        }[];
                        corrected: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_privacy_requests: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "access" | "erasure";
                            object: string;
                            record: string;
                            state: string;
                            received_on: string;
                            due_on: string;
                            keep_years: number | null;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            result: Record<string, never> | null;
                            archive: {
                                url: string;
                                expires_at: string;
                            } | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ask_about_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    object: string;
                    id: string;
                    /** @enum {string} */
                    kind: "access" | "erasure";
                    received_on?: string;
                    keep_years?: number | null;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "erasure";
                        object: string;
                        record: string;
                        state: string;
                        received_on: string;
                        due_on: string;
                        keep_years: number | null;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        archive: {
                            url: string;
                            expires_at: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_privacy_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "erasure";
                        object: string;
                        record: string;
                        state: string;
                        received_on: string;
                        due_on: string;
                        keep_years: number | null;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        archive: {
                            url: string;
                            expires_at: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    list_views: {
        parameters: {
            query: {
                object: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            object: string;
                            name: string;
                            version: number;
                            owner: string;
                            /** @enum {string} */
                            layout: "list" | "board" | "calendar";
                            columns: string[];
                            filter: components["schemas"]["Filter"] | null;
                            sort: string | null;
                            group_by: string | null;
                            board_by: string | null;
                            calendar_by: string | null;
                            calendar_end: string | null;
                            /** @enum {string} */
                            shared: "private" | "teams" | "roles" | "everyone";
                            shared_with: string[];
                            default_for: string[];
                            created_at: string;
                            updated_at: string;
                            is_default: boolean;
                            can_change: boolean;
                            dropped: string[];
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    create_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    object: string;
                    name: string;
                    /** @enum {string} */
                    layout?: "list" | "board" | "calendar";
                    columns?: string[];
                    filter?: components["schemas"]["Filter"] | null;
                    sort?: string | null;
                    group_by?: string | null;
                    board_by?: string | null;
                    calendar_by?: string | null;
                    calendar_end?: string | null;
                    /** @enum {string} */
                    shared?: "private" | "teams" | "roles" | "everyone";
                    shared_with?: string[];
                    default_for?: string[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        name: string;
                        version: number;
                        owner: string;
                        /** @enum {string} */
                        layout: "list" | "board" | "calendar";
                        columns: string[];
                        filter: components["schemas"]["Filter"] | null;
                        sort: string | null;
                        group_by: string | null;
                        board_by: string | null;
                        calendar_by: string | null;
                        calendar_end: string | null;
                        /** @enum {string} */
                        shared: "private" | "teams" | "roles" | "everyone";
                        shared_with: string[];
                        default_for: string[];
                        created_at: string;
                        updated_at: string;
                        is_default: boolean;
                        can_change: boolean;
                        dropped: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    read_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        name: string;
                        version: number;
                        owner: string;
                        /** @enum {string} */
                        layout: "list" | "board" | "calendar";
                        columns: string[];
                        filter: components["schemas"]["Filter"] | null;
                        sort: string | null;
                        group_by: string | null;
                        board_by: string | null;
                        calendar_by: string | null;
                        calendar_end: string | null;
                        /** @enum {string} */
                        shared: "private" | "teams" | "roles" | "everyone";
                        shared_with: string[];
                        default_for: string[];
                        created_at: string;
                        updated_at: string;
                        is_default: boolean;
                        can_change: boolean;
                        dropped: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_view: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    change_view: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    layout?: "list" | "board" | "calendar";
                    columns?: string[];
                    filter?: components["schemas"]["Filter"] | null;
                    sort?: string | null;
                    group_by?: string | null;
                    board_by?: string | null;
                    calendar_by?: string | null;
                    calendar_end?: string | null;
                    /** @enum {string} */
                    shared?: "private" | "teams" | "roles" | "everyone";
                    shared_with?: string[];
                    default_for?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        name: string;
                        version: number;
                        owner: string;
                        /** @enum {string} */
                        layout: "list" | "board" | "calendar";
                        columns: string[];
                        filter: components["schemas"]["Filter"] | null;
                        sort: string | null;
                        group_by: string | null;
                        board_by: string | null;
                        calendar_by: string | null;
                        calendar_end: string | null;
                        /** @enum {string} */
                        shared: "private" | "teams" | "roles" | "everyone";
                        shared_with: string[];
                        default_for: string[];
                        created_at: string;
                        updated_at: string;
                        is_default: boolean;
                        can_change: boolean;
                        dropped: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            503: components["responses"]["Problem503"];
        };
    };
    list_tags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            tag: string;
                            count: number;
                            objects: {
                                [key: string]: number;
                            };
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    rename_tags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tags: string[];
                    into: string | null;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        title: string;
                        state: string;
                        is_running: boolean;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        progress: {
                            done: number;
                            total: number | null;
                        } | null;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        result: Record<string, never> | null;
                        can_stop: boolean;
                        can_undo: boolean;
                        has_verdicts: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    get_sample_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "absent" | "loading" | "loaded" | "removing";
                        progress: {
                            done: number;
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    load_sample_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "absent" | "loading" | "loaded" | "removing";
                        progress: {
                            done: number;
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    remove_sample_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "absent" | "loading" | "loaded" | "removing";
                        progress: {
                            done: number;
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
}
