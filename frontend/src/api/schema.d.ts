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
    "/v1/session/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_mfa"];
        put?: never;
        post: operations["begin_mfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/mfa/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirm_mfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/mfa/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["turn_mfa_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["reset_mfa"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_company"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_company"];
        trace?: never;
    };
    "/v1/tenant/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show_logo"];
        put?: never;
        post?: never;
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
    "/v1/objects/{plural}/computed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["try_computed_field"];
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
    "/v1/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_failures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["count_failures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_failures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dismiss_failures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_failure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dismiss_failure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_failure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["follow_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head: operations["probe_link"];
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_campaign_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_campaign_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_campaign_sales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/behaviour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_campaign_behaviour"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marketing/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marketing/reputation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_reputation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marketing/reputation/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_reputation_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marketing/reputation/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resume_marketing"];
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
    "/v1/duplicates/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopen_duplicate"];
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
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_segments"];
        put?: never;
        post: operations["create_segment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_segment"];
        put?: never;
        post?: never;
        delete: operations["delete_segment"];
        options?: never;
        head?: never;
        patch: operations["change_segment"];
        trace?: never;
    };
    "/v1/segments/sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_sizes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_segment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["group_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_members"];
        put?: never;
        post: operations["change_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}/members/by-filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_members_by_filter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}/members/by-import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_members_by_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_size"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alarms"];
        put?: never;
        post: operations["create_alarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_alarm"];
        put?: never;
        post?: never;
        delete: operations["delete_alarm"];
        options?: never;
        head?: never;
        patch: operations["change_alarm"];
        trace?: never;
    };
    "/v1/alarms/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alarm_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alarm_subjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alarm_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_alarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms/{id}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alarm_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms/{id}/raisings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alarm_raisings"];
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
    "/v1/segments/interpret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["interpret_segment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/sentence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tell_segment"];
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
    "/v1/shared-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_shared_lists"];
        put?: never;
        post: operations["share_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shared-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_shared_list"];
        put?: never;
        post?: never;
        delete: operations["revoke_shared_list"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/lists/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show_shared_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/v1/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_onboarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_onboarding"];
        trace?: never;
    };
    "/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_domains"];
        put?: never;
        post: operations["add_domain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_domain"];
        put?: never;
        post?: never;
        delete: operations["delete_domain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["check_domain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_senders"];
        put?: never;
        post: operations["create_sender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/senders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_sender"];
        put?: never;
        post?: never;
        delete: operations["delete_sender"];
        options?: never;
        head?: never;
        patch: operations["change_sender"];
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_templates"];
        put?: never;
        post: operations["create_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_template"];
        put?: never;
        post?: never;
        delete: operations["delete_template"];
        options?: never;
        head?: never;
        patch: operations["change_template"];
        trace?: never;
    };
    "/v1/templates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_template_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_template_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["test_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["check_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merge-fields/{plural}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_merge_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish_picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_purposes"];
        put?: never;
        post: operations["create_purpose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purposes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_purpose"];
        put?: never;
        post?: never;
        delete: operations["delete_purpose"];
        options?: never;
        head?: never;
        patch: operations["change_purpose"];
        trace?: never;
    };
    "/v1/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_exclusions"];
        put?: never;
        post: operations["create_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exclusions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_exclusion"];
        put?: never;
        post?: never;
        delete: operations["delete_exclusion"];
        options?: never;
        head?: never;
        patch: operations["change_exclusion"];
        trace?: never;
    };
    "/v1/exclusions/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_exclusions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exclusions/{id}/entries/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["remove_exclusions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exclusions/{id}/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["count_exclusions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marketing/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_marketing_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_marketing_settings"];
        trace?: never;
    };
    "/v1/public/preferences/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_preferences"];
        put?: never;
        post: operations["choose_preferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show_unsubscribe"];
        put?: never;
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/consent/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_question"];
        put?: never;
        post: operations["confirm_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_campaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/plan": {
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
        patch: operations["change_campaign_plan"];
        trace?: never;
    };
    "/v1/campaigns/{id}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_campaign_audience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/audience/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_campaign_audience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["check_campaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["launch_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pause_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resume_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancel_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaign-starters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_campaign_starters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaign-starters/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["begin_campaign_starter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_action_rules"];
        put?: never;
        post: operations["create_action_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_action_rule"];
        put?: never;
        post?: never;
        delete: operations["delete_action_rule"];
        options?: never;
        head?: never;
        patch: operations["change_action_rule"];
        trace?: never;
    };
    "/v1/action-rule-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_card_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-rule-starters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_action_rule_starters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_action_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_automations"];
        put?: never;
        post: operations["create_automation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_automation"];
        put?: never;
        post?: never;
        delete: operations["delete_automation"];
        options?: never;
        head?: never;
        patch: operations["change_automation"];
        trace?: never;
    };
    "/v1/automations/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_automation_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_automation_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_assignments"];
        put?: never;
        post: operations["create_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_assignment"];
        put?: never;
        post?: never;
        delete: operations["delete_assignment"];
        options?: never;
        head?: never;
        patch: operations["change_assignment"];
        trace?: never;
    };
    "/v1/automation-parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_automation_parts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_automation_audience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enable_automation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disable_automation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_automation_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["try_automation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_automation_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_automation_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/runs/{run}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_automation_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_automation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/runs/{run}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stop_automation_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/{id}/runs/{run}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undo_automation_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_assignment_shares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_automation_value"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automations/value/minutes": {
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
        patch: operations["change_automation_minutes"];
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_webhooks"];
        put?: never;
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_webhook"];
        put?: never;
        post?: never;
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        patch: operations["change_webhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_webhook_secret"];
        put?: never;
        post: operations["renew_webhook_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["switch_webhook_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["test_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_webhook_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/calls/{call}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_webhook_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_forms"];
        put?: never;
        post: operations["create_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_form"];
        put?: never;
        post?: never;
        delete: operations["delete_form"];
        options?: never;
        head?: never;
        patch: operations["change_form"];
        trace?: never;
    };
    "/v1/forms/{id}/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_form_sendings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/forms/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show_form"];
        put?: never;
        post: operations["send_form"];
        delete?: never;
        options: operations["allow_form"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automation-starters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_automation_starters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automation-starters/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["begin_automation_starter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Campaign: {
            id: string;
            version: number;
            /** Name */
            name?: string | null;
            /** Status */
            status?: string | null;
            /** Channel */
            channel?: string | null;
            /** Goal */
            goal?: string | null;
            /**
             * Starts
             * Format: date
             */
            start_date?: string | null;
            /**
             * Ends
             * Format: date
             */
            end_date?: string | null;
            /** Brief */
            brief?: string | null;
            /** Budget */
            budget?: {
                amount: string;
                currency: string;
                readonly base?: {
                    amount: string;
                    currency: string;
                    rate: string;
                    /** Format: date */
                    rate_date: string;
                } | null;
            } | null;
            /** Costs */
            costs?: {
                item: string;
                amount: {
                    amount: string;
                    currency: string;
                    readonly base?: {
                        amount: string;
                        currency: string;
                        rate: string;
                        /** Format: date */
                        rate_date: string;
                    } | null;
                };
                /** Format: date */
                date?: string;
            }[] | null;
            /** Cost */
            cost?: {
                amount: string;
                currency: string;
                readonly base?: {
                    amount: string;
                    currency: string;
                    rate: string;
                    /** Format: date */
                    rate_date: string;
                } | null;
            } | null;
            /** Expected revenue */
            expected_revenue?: {
                amount: string;
                currency: string;
                readonly base?: {
                    amount: string;
                    currency: string;
                    rate: string;
                    /** Format: date */
                    rate_date: string;
                } | null;
            } | null;
            /** Expected responses */
            expected_responses?: number | null;
            /** Tags */
            tags?: string[];
            /** Format: date-time */
            created_at?: string;
            created_by?: string;
            /** Format: date-time */
            updated_at?: string;
            updated_by?: string;
            /** Format: date-time */
            deleted_at?: string;
            owner?: string | null;
        };
        CampaignCreate: {
            /** Name */
            name: string | null;
            /**
             * Status
             * @enum {string|null}
             */
            status?: "draft" | "scheduled" | "running" | "paused" | "finished" | "cancelled" | null;
            /**
             * Channel
             * @enum {string|null}
             */
            channel?: "email" | "phone" | "sms" | "letter" | "social" | "event" | "shop" | "other" | null;
            /**
             * Goal
             * @enum {string|null}
             */
            goal?: "acquisition" | "loyalty" | "news" | "event" | "other" | null;
            /**
             * Starts
             * Format: date
             */
            start_date?: string | null;
            /**
             * Ends
             * Format: date
             */
            end_date?: string | null;
            /** Brief */
            brief?: string | null;
            /** Budget */
            budget?: {
                amount: string;
                currency: string;
                readonly base?: {
                    amount: string;
                    currency: string;
                    rate: string;
                    /** Format: date */
                    rate_date: string;
                } | null;
            } | null;
            /** Costs */
            costs?: {
                item: string;
                amount: {
                    amount: string;
                    currency: string;
                    readonly base?: {
                        amount: string;
                        currency: string;
                        rate: string;
                        /** Format: date */
                        rate_date: string;
                    } | null;
                };
                /** Format: date */
                date?: string;
            }[] | null;
            /** Expected revenue */
            expected_revenue?: {
                amount: string;
                currency: string;
                readonly base?: {
                    amount: string;
                    currency: string;
                    rate: string;
                    /** Format: date */
                    rate_date: string;
                } | null;
            } | null;
            /** Expected responses */
            expected_responses?: number | null;
            /** Tags */
            tags?: string[] | null;
            /** Owner */
            owner?: string | null;
        };
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
        } | {
            related: string;
            of?: "count" | {
                sum?: string;
                min?: string;
                max?: string;
                avg?: string;
            };
            /** @enum {string} */
            op?: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "between" | "not_between" | "during" | "not_during" | "older_than" | "further_than";
            value?: unknown;
            where?: components["schemas"]["Filter"] | null;
        } | {
            /** @enum {string} */
            event: "mail_sent" | "mail_delivered" | "mail_opened" | "mail_clicked" | "mail_bounced" | "mail_complained" | "mail_unsubscribed" | "consent_given" | "consent_withdrawn" | "form_sent";
            /** @constant */
            of?: "count";
            /** @enum {string} */
            op?: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "between" | "not_between";
            value?: unknown;
            during?: string | null;
            since?: string | null;
            until?: string | null;
            where?: Record<string, never> | null;
        } | {
            segment: string;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                            /** @enum {string|null} */
                            format_locale: "es-ES" | "es-MX" | "es-CO" | "es-AR" | "es-CL" | "es-PE" | "es-EC" | "es-UY" | "es-CR" | "es-US" | "en-US" | "en-GB" | "en-IE" | "en-CA" | "en-AU" | null;
                            timezone: string;
                            currency: string;
                            brand_color: string | null;
                            logo: string | null;
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
            429: components["responses"]["Problem429"];
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
                    code?: string;
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
                        access_token?: string;
                        /** @enum {string} */
                        token_type?: "Bearer";
                        expires_in?: number;
                        recovery_codes?: string[];
                        /** @enum {string} */
                        missing?: "code" | "setup";
                        setup?: {
                            secret: string;
                            uri: string;
                        };
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    ask_password_reset: {
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
                    /** @enum {string} */
                    locale?: "es" | "en";
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    reset_password: {
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
                    password: string;
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
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
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
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_mfa: {
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
                        is_on: boolean;
                        is_required: boolean;
                        since: string | null;
                        recovery_codes_left: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    begin_mfa: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
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
                        secret: string;
                        uri: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    confirm_mfa: {
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
                        recovery_codes: string[];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
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
                        recovery_codes: string[];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    turn_mfa_off: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
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
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    reset_mfa: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_sessions: {
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
                            device: string;
                            began_at: string;
                            last_seen_at: string;
                            is_current: boolean;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    end_other_sessions: {
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
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    end_session: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_company: {
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
                        id: string;
                        name: string;
                        /** @enum {string} */
                        locale: "es" | "en";
                        /** @enum {string|null} */
                        format_locale: "es-ES" | "es-MX" | "es-CO" | "es-AR" | "es-CL" | "es-PE" | "es-EC" | "es-UY" | "es-CR" | "es-US" | "en-US" | "en-GB" | "en-IE" | "en-CA" | "en-AU" | null;
                        timezone: string;
                        currency: string;
                        brand_color: string | null;
                        logo: string | null;
                        working_hours: {
                            mon: {
                                from: string;
                                to: string;
                            }[];
                            tue: {
                                from: string;
                                to: string;
                            }[];
                            wed: {
                                from: string;
                                to: string;
                            }[];
                            thu: {
                                from: string;
                                to: string;
                            }[];
                            fri: {
                                from: string;
                                to: string;
                            }[];
                            sat: {
                                from: string;
                                to: string;
                            }[];
                            sun: {
                                from: string;
                                to: string;
                            }[];
                        };
                        mfa_required: boolean;
                        currency_may_change: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_company: {
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
                    /** @enum {string|null} */
                    format_locale?: "es-ES" | "es-MX" | "es-CO" | "es-AR" | "es-CL" | "es-PE" | "es-EC" | "es-UY" | "es-CR" | "es-US" | "en-US" | "en-GB" | "en-IE" | "en-CA" | "en-AU" | null;
                    timezone?: string;
                    currency?: string;
                    brand_color?: string | null;
                    logo?: string | null;
                    working_hours?: {
                        mon: {
                            from: string;
                            to: string;
                        }[];
                        tue: {
                            from: string;
                            to: string;
                        }[];
                        wed: {
                            from: string;
                            to: string;
                        }[];
                        thu: {
                            from: string;
                            to: string;
                        }[];
                        fri: {
                            from: string;
                            to: string;
                        }[];
                        sat: {
                            from: string;
                            to: string;
                        }[];
                        sun: {
                            from: string;
                            to: string;
                        }[];
                    };
                    mfa_required?: boolean;
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
                        /** @enum {string} */
                        locale: "es" | "en";
                        /** @enum {string|null} */
                        format_locale: "es-ES" | "es-MX" | "es-CO" | "es-AR" | "es-CL" | "es-PE" | "es-EC" | "es-UY" | "es-CR" | "es-US" | "en-US" | "en-GB" | "en-IE" | "en-CA" | "en-AU" | null;
                        timezone: string;
                        currency: string;
                        brand_color: string | null;
                        logo: string | null;
                        working_hours: {
                            mon: {
                                from: string;
                                to: string;
                            }[];
                            tue: {
                                from: string;
                                to: string;
                            }[];
                            wed: {
                                from: string;
                                to: string;
                            }[];
                            thu: {
                                from: string;
                                to: string;
                            }[];
                            fri: {
                                from: string;
                                to: string;
                            }[];
                            sat: {
                                from: string;
                                to: string;
                            }[];
                            sun: {
                                from: string;
                                to: string;
                            }[];
                        };
                        mfa_required: boolean;
                        currency_may_change: boolean;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    show_logo: {
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
                        url: string;
                        type: string;
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
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
                            /** @enum {string|null} */
                            format_locale: "es-ES" | "es-MX" | "es-CO" | "es-AR" | "es-CL" | "es-PE" | "es-EC" | "es-UY" | "es-CR" | "es-US" | "en-US" | "en-GB" | "en-IE" | "en-CA" | "en-AU" | null;
                            timezone: string;
                            currency: string;
                            brand_color: string | null;
                            logo: string | null;
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
            429: components["responses"]["Problem429"];
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
                            /** @enum {string|null} */
                            format_locale: "es-ES" | "es-MX" | "es-CO" | "es-AR" | "es-CL" | "es-PE" | "es-EC" | "es-UY" | "es-CR" | "es-US" | "en-US" | "en-GB" | "en-IE" | "en-CA" | "en-AU" | null;
                            timezone: string;
                            currency: string;
                            brand_color: string | null;
                            logo: string | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_role: {
        parameters: {
            query?: {
                into?: string;
            };
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                            team: string | null;
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
            429: components["responses"]["Problem429"];
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
                    team?: string | null;
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
                        team: string | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                            /** @enum {string|null} */
                            format_locale: "es-ES" | "es-MX" | "es-CO" | "es-AR" | "es-CL" | "es-PE" | "es-EC" | "es-UY" | "es-CR" | "es-US" | "en-US" | "en-GB" | "en-IE" | "en-CA" | "en-AU" | null;
                            timezone: string;
                            currency: string;
                            brand_color: string | null;
                            logo: string | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    get_favourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    keep_favourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    drop_favourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                        agreed: {
                            plural: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            permissions: Record<string, never>;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_object: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    try_computed_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    formula?: string;
                    rollup?: {
                        relation: string;
                        /** @enum {string} */
                        function: "count" | "sum" | "min" | "max";
                        field?: string | null;
                        filter?: Record<string, never> | null;
                    };
                    /** @enum {string|null} */
                    result?: "text" | "number" | "integer" | "percent" | "money" | "date" | "date_time" | "boolean" | null;
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
                        /** @enum {string|null} */
                        result: "text" | "number" | "integer" | "percent" | "money" | "date" | "date_time" | "boolean" | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        examples: {
                            id: string;
                            name: string | null;
                            value: unknown;
                        }[];
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
    remove_field: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                        partly?: number;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                        partly?: number;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                        partly?: number;
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
            429: components["responses"]["Problem429"];
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
                            chosen: number | null;
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
            429: components["responses"]["Problem429"];
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
                    ids?: string[];
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
                        chosen: number | null;
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
                        chosen: number | null;
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
            429: components["responses"]["Problem429"];
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                            object: string | null;
                            action: string | null;
                            about: {
                                kind: string;
                                id: string;
                                name: string;
                            } | null;
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
            429: components["responses"]["Problem429"];
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            429: components["responses"]["Problem429"];
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            429: components["responses"]["Problem429"];
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_failures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "mail" | "automation" | "webhook" | "job" | "parked";
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
                            kind: "mail" | "automation" | "webhook" | "job" | "parked";
                            what: string;
                            title: string;
                            at: string;
                            code: string;
                            about: {
                                plural: string;
                                id: string;
                                name: string | null;
                            } | null;
                            of: {
                                what: string;
                                id: string;
                                name: string | null;
                            }[];
                            by: string | null;
                            may_retry: boolean;
                            may_have_worked: boolean;
                            /** @enum {string} */
                            state: "open" | "retried" | "dismissed";
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    count_failures: {
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
                        total: number;
                        kinds: {
                            mail: number;
                            automation: number;
                            webhook: number;
                            job: number;
                            parked: number;
                        };
                        has_more: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    retry_failures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "mail" | "automation" | "webhook" | "job" | "parked";
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
                        retried: number;
                        left: number;
                        has_more: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    dismiss_failures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "mail" | "automation" | "webhook" | "job" | "parked";
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
                        dismissed: number;
                        has_more: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    retry_failure: {
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
                    knowingly?: boolean;
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
                        /** @enum {string} */
                        kind: "mail" | "automation" | "webhook" | "job" | "parked";
                        what: string;
                        title: string;
                        at: string;
                        code: string;
                        about: {
                            plural: string;
                            id: string;
                            name: string | null;
                        } | null;
                        of: {
                            what: string;
                            id: string;
                            name: string | null;
                        }[];
                        by: string | null;
                        may_retry: boolean;
                        may_have_worked: boolean;
                        /** @enum {string} */
                        state: "open" | "retried" | "dismissed";
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    dismiss_failure: {
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
                        kind: "mail" | "automation" | "webhook" | "job" | "parked";
                        what: string;
                        title: string;
                        at: string;
                        code: string;
                        about: {
                            plural: string;
                            id: string;
                            name: string | null;
                        } | null;
                        of: {
                            what: string;
                            id: string;
                            name: string | null;
                        }[];
                        by: string | null;
                        may_retry: boolean;
                        may_have_worked: boolean;
                        /** @enum {string} */
                        state: "open" | "retried" | "dismissed";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    restore_failure: {
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
                        kind: "mail" | "automation" | "webhook" | "job" | "parked";
                        what: string;
                        title: string;
                        at: string;
                        code: string;
                        about: {
                            plural: string;
                            id: string;
                            name: string | null;
                        } | null;
                        of: {
                            what: string;
                            id: string;
                            name: string | null;
                        }[];
                        by: string | null;
                        may_retry: boolean;
                        may_have_worked: boolean;
                        /** @enum {string} */
                        state: "open" | "retried" | "dismissed";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    follow_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    probe_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_campaign_results: {
        parameters: {
            query?: {
                model?: "first" | "last" | "linear";
                window?: number;
            };
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
                        campaign: string;
                        status: string | null;
                        audience: {
                            recipients: {
                                count: number;
                                people: string;
                            };
                            control: {
                                count: number;
                                people: string;
                            };
                            excluded: {
                                reason: string;
                                count: number;
                                people: string;
                            }[];
                        };
                        numbers: {
                            sent: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            delivered: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            bounced: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            complained: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            unsubscribed: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            opened: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            opened_machine: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            clicked: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                            clicked_machine: {
                                count: number;
                                of: string | null;
                                rate: number | null;
                                people: string;
                            };
                        };
                        variants: {
                            name: string;
                            numbers: {
                                sent: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                delivered: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                bounced: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                complained: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                unsubscribed: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                opened: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                opened_machine: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                clicked: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                                clicked_machine: {
                                    count: number;
                                    of: string | null;
                                    rate: number | null;
                                    people: string;
                                };
                            };
                        }[];
                        revenue: {
                            amount: string;
                            currency: string;
                            purchases: number;
                            without_rate: {
                                currency: string;
                                purchases: number;
                            }[];
                            is_complete: boolean;
                            by_model: {
                                first: {
                                    amount: string;
                                    currency: string;
                                };
                                last: {
                                    amount: string;
                                    currency: string;
                                };
                                linear: {
                                    amount: string;
                                    currency: string;
                                };
                            };
                            sales: string;
                        } | null;
                        cost: {
                            amount: string;
                            currency: string;
                        } | null;
                        roi: number | null;
                        attribution: {
                            /** @enum {string} */
                            model: "first" | "last" | "linear";
                            window_days: number;
                        };
                        goal: {
                            /** @enum {string} */
                            counted: "first_purchases" | "repeat_purchases";
                            reached: number;
                            expected: number | null;
                            rate: number | null;
                        } | null;
                        running_cost: {
                            amount: string;
                            currency: string;
                            mails: number;
                            parts: {
                                /** @enum {string} */
                                what: "mail" | "write_unit" | "read_unit" | "message" | "event" | "call_of_a_function" | "gigabyte_second";
                                amount: number;
                                cost: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_campaign_people: {
        parameters: {
            query: {
                state: "sent" | "delivered" | "bounced" | "complained" | "unsubscribed" | "opened" | "opened_machine" | "clicked" | "clicked_machine" | "recipients" | "control" | "excluded";
                variant?: string;
                reason?: string;
                hour?: number;
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            plural: string;
                            id: string;
                            name: string | null;
                            at: string;
                            variant: string | null;
                            reasons: string[];
                            moment: {
                                hour: number;
                                /** @enum {string} */
                                by: "own" | "firm" | "start";
                                signs: number;
                                of: number;
                            } | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_campaign_sales: {
        parameters: {
            query?: {
                model?: "first" | "last" | "linear";
                window?: number;
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            plural: string;
                            id: string;
                            name: string | null;
                            at: string;
                            amount: {
                                amount: string;
                                currency: string;
                            };
                            worth: {
                                amount: string;
                                currency: string;
                            } | null;
                            part: number;
                            touches: {
                                campaign: string;
                                at: string;
                            }[];
                            named: boolean;
                        }[];
                        next_cursor: string | null;
                        attribution: {
                            /** @enum {string} */
                            model: "first" | "last" | "linear";
                            window_days: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_campaign_behaviour: {
        parameters: {
            query?: {
                days?: number;
            };
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
                        days: number;
                        since: string;
                        until: string;
                        is_over: boolean;
                        written_to: {
                            people: number;
                            buyers_before: number;
                            buyers_after: number;
                            before: {
                                amount: string;
                                currency: string;
                            };
                            after: {
                                amount: string;
                                currency: string;
                            };
                        };
                        spared: {
                            people: number;
                            buyers_before: number;
                            buyers_after: number;
                            before: {
                                amount: string;
                                currency: string;
                            };
                            after: {
                                amount: string;
                                currency: string;
                            };
                        };
                        effect: {
                            value: number;
                            low: number;
                            high: number;
                            is_proved: boolean;
                        } | null;
                        effect_on_buyers: {
                            value: number;
                            low: number;
                            high: number;
                            is_proved: boolean;
                        } | null;
                        currency: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_returns: {
        parameters: {
            query: {
                of: "campaign" | "source" | "lead" | "utm_campaign" | "utm_source";
                model?: "first" | "last" | "linear";
                window?: number;
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
                            id: string | null;
                            plural: string | null;
                            name: string | null;
                            leads: number;
                            converted: number;
                            revenue: {
                                amount: string;
                                currency: string;
                            };
                            cost: {
                                amount: string;
                                currency: string;
                            } | null;
                            roi: number | null;
                        }[];
                        next_cursor: string | null;
                        complete: boolean;
                        /** @enum {string} */
                        of: "campaign" | "source" | "lead" | "utm_campaign" | "utm_source";
                        attribution: {
                            /** @enum {string} */
                            model: "first" | "last" | "linear";
                            window_days: number;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_reputation: {
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
                        state: "running" | "paused";
                        since: string | null;
                        /** @enum {string|null} */
                        reason: "bounces" | "complaints" | null;
                        resumed_by: string | null;
                        days: number;
                        sent: number;
                        bounced: number;
                        complained: number;
                        bounce_rate: number | null;
                        complaint_rate: number | null;
                        by_day: {
                            day: string;
                            sent: number;
                            bounced: number;
                            complained: number;
                        }[];
                        limits: {
                            least: number;
                            bounce_rate: number;
                            complaint_rate: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_reputation_people: {
        parameters: {
            query: {
                day: string;
                of: "sent" | "bounced" | "complained";
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
                            plural: string;
                            id: string;
                            name: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    resume_marketing: {
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
                        state: "running" | "paused";
                        since: string | null;
                        /** @enum {string|null} */
                        reason: "bounces" | "complaints" | null;
                        resumed_by: string | null;
                        days: number;
                        sent: number;
                        bounced: number;
                        complained: number;
                        bounce_rate: number | null;
                        complaint_rate: number | null;
                        by_day: {
                            day: string;
                            sent: number;
                            bounced: number;
                            complained: number;
                        }[];
                        limits: {
                            least: number;
                            bounce_rate: number;
                            complaint_rate: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_duplicate_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_duplicate_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    reopen_duplicate: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    scan_for_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_segments: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            object: string;
                            /** @enum {string} */
                            mode?: "live" | "static";
                            filter?: components["schemas"]["Filter"] | null;
                            description?: string | null;
                            sentence?: string | null;
                            points?: number | null;
                            group?: string | null;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_segment: {
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
                    object: string;
                    /** @enum {string} */
                    mode?: "live" | "static";
                    filter?: components["schemas"]["Filter"] | null;
                    description?: string | null;
                    sentence?: string | null;
                    points?: number | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        /** @enum {string} */
                        mode?: "live" | "static";
                        filter?: components["schemas"]["Filter"] | null;
                        description?: string | null;
                        sentence?: string | null;
                        points?: number | null;
                        group?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_segment: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        /** @enum {string} */
                        mode?: "live" | "static";
                        filter?: components["schemas"]["Filter"] | null;
                        description?: string | null;
                        sentence?: string | null;
                        points?: number | null;
                        group?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_segment: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_segment: {
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
                    object?: string;
                    /** @enum {string} */
                    mode?: "live" | "static";
                    filter?: components["schemas"]["Filter"] | null;
                    description?: string | null;
                    sentence?: string | null;
                    points?: number | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        /** @enum {string} */
                        mode?: "live" | "static";
                        filter?: components["schemas"]["Filter"] | null;
                        description?: string | null;
                        sentence?: string | null;
                        points?: number | null;
                        group?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_sizes: {
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
                            size: number;
                            exact: boolean;
                            ready: boolean;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    preview_segment: {
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
                    filter: components["schemas"]["Filter"];
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
                        expected: number;
                        scanned: number;
                        sample: Record<string, never>[];
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
    group_customers: {
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
                    related: string;
                    date: string;
                    amount: string;
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_members: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                        items: Record<string, never>[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_members: {
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
                    add?: string[];
                    remove?: string[];
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
                        size: number;
                        exact: boolean;
                        ready: boolean;
                        added: string[];
                        removed: string[];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    add_members_by_filter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter: components["schemas"]["Filter"];
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    add_members_by_import: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    import: string;
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_size: {
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
                        size: number;
                        exact: boolean;
                        ready: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_history: {
        parameters: {
            query?: {
                days?: number;
            };
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
                        items: {
                            day: string;
                            entered: number;
                            left: number;
                            size: number;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_alarms: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            metric: {
                                source: string;
                                of: string;
                                figure: string;
                            };
                            rule: {
                                /** @enum {string} */
                                kind: "limit" | "change" | "anomaly";
                                /** @enum {string} */
                                op?: "above" | "below" | "between" | "outside";
                                value?: string;
                                upper?: string;
                                /** @enum {string} */
                                span?: "total" | "day" | "week" | "month";
                                /** @enum {string} */
                                direction?: "up" | "down" | "either";
                                percent?: string;
                                /** @enum {string} */
                                sensitivity?: "low" | "normal" | "high";
                            };
                            people?: string[];
                            mail?: boolean;
                            owner?: string;
                            watches?: {
                                source: string;
                                name: string;
                                figure: {
                                    id: string;
                                    label: string;
                                    /** @enum {string} */
                                    unit: "count" | "share" | "money";
                                    adds_up: boolean;
                                    currency: string | null;
                                };
                            } | null;
                            state?: {
                                is_raised: boolean;
                                since: string | null;
                                at: string | null;
                                value: string | null;
                                told: {
                                    /** @enum {string} */
                                    place: "beyond" | "margin" | "within" | "unknown";
                                    measured?: string;
                                    usual?: string;
                                    low?: string;
                                    high?: string;
                                    /** @enum {string} */
                                    basis?: "same_weekday" | "lately";
                                    days?: number;
                                    /** @enum {string} */
                                    why?: "too_little_history" | "nothing_before" | "no_value" | "under_way";
                                } | null;
                                recent: {
                                    day: string;
                                    value: string | null;
                                }[];
                            };
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_alarm: {
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
                    metric: {
                        source: string;
                        of: string;
                        figure: string;
                    };
                    rule: {
                        /** @enum {string} */
                        kind: "limit" | "change" | "anomaly";
                        /** @enum {string} */
                        op?: "above" | "below" | "between" | "outside";
                        value?: string;
                        upper?: string;
                        /** @enum {string} */
                        span?: "total" | "day" | "week" | "month";
                        /** @enum {string} */
                        direction?: "up" | "down" | "either";
                        percent?: string;
                        /** @enum {string} */
                        sensitivity?: "low" | "normal" | "high";
                    };
                    people?: string[];
                    mail?: boolean;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        metric: {
                            source: string;
                            of: string;
                            figure: string;
                        };
                        rule: {
                            /** @enum {string} */
                            kind: "limit" | "change" | "anomaly";
                            /** @enum {string} */
                            op?: "above" | "below" | "between" | "outside";
                            value?: string;
                            upper?: string;
                            /** @enum {string} */
                            span?: "total" | "day" | "week" | "month";
                            /** @enum {string} */
                            direction?: "up" | "down" | "either";
                            percent?: string;
                            /** @enum {string} */
                            sensitivity?: "low" | "normal" | "high";
                        };
                        people?: string[];
                        mail?: boolean;
                        owner?: string;
                        watches?: {
                            source: string;
                            name: string;
                            figure: {
                                id: string;
                                label: string;
                                /** @enum {string} */
                                unit: "count" | "share" | "money";
                                adds_up: boolean;
                                currency: string | null;
                            };
                        } | null;
                        state?: {
                            is_raised: boolean;
                            since: string | null;
                            at: string | null;
                            value: string | null;
                            told: {
                                /** @enum {string} */
                                place: "beyond" | "margin" | "within" | "unknown";
                                measured?: string;
                                usual?: string;
                                low?: string;
                                high?: string;
                                /** @enum {string} */
                                basis?: "same_weekday" | "lately";
                                days?: number;
                                /** @enum {string} */
                                why?: "too_little_history" | "nothing_before" | "no_value" | "under_way";
                            } | null;
                            recent: {
                                day: string;
                                value: string | null;
                            }[];
                        };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_alarm: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        metric: {
                            source: string;
                            of: string;
                            figure: string;
                        };
                        rule: {
                            /** @enum {string} */
                            kind: "limit" | "change" | "anomaly";
                            /** @enum {string} */
                            op?: "above" | "below" | "between" | "outside";
                            value?: string;
                            upper?: string;
                            /** @enum {string} */
                            span?: "total" | "day" | "week" | "month";
                            /** @enum {string} */
                            direction?: "up" | "down" | "either";
                            percent?: string;
                            /** @enum {string} */
                            sensitivity?: "low" | "normal" | "high";
                        };
                        people?: string[];
                        mail?: boolean;
                        owner?: string;
                        watches?: {
                            source: string;
                            name: string;
                            figure: {
                                id: string;
                                label: string;
                                /** @enum {string} */
                                unit: "count" | "share" | "money";
                                adds_up: boolean;
                                currency: string | null;
                            };
                        } | null;
                        state?: {
                            is_raised: boolean;
                            since: string | null;
                            at: string | null;
                            value: string | null;
                            told: {
                                /** @enum {string} */
                                place: "beyond" | "margin" | "within" | "unknown";
                                measured?: string;
                                usual?: string;
                                low?: string;
                                high?: string;
                                /** @enum {string} */
                                basis?: "same_weekday" | "lately";
                                days?: number;
                                /** @enum {string} */
                                why?: "too_little_history" | "nothing_before" | "no_value" | "under_way";
                            } | null;
                            recent: {
                                day: string;
                                value: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_alarm: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_alarm: {
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
                    metric?: {
                        source: string;
                        of: string;
                        figure: string;
                    };
                    rule?: {
                        /** @enum {string} */
                        kind: "limit" | "change" | "anomaly";
                        /** @enum {string} */
                        op?: "above" | "below" | "between" | "outside";
                        value?: string;
                        upper?: string;
                        /** @enum {string} */
                        span?: "total" | "day" | "week" | "month";
                        /** @enum {string} */
                        direction?: "up" | "down" | "either";
                        percent?: string;
                        /** @enum {string} */
                        sensitivity?: "low" | "normal" | "high";
                    };
                    people?: string[];
                    mail?: boolean;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        metric: {
                            source: string;
                            of: string;
                            figure: string;
                        };
                        rule: {
                            /** @enum {string} */
                            kind: "limit" | "change" | "anomaly";
                            /** @enum {string} */
                            op?: "above" | "below" | "between" | "outside";
                            value?: string;
                            upper?: string;
                            /** @enum {string} */
                            span?: "total" | "day" | "week" | "month";
                            /** @enum {string} */
                            direction?: "up" | "down" | "either";
                            percent?: string;
                            /** @enum {string} */
                            sensitivity?: "low" | "normal" | "high";
                        };
                        people?: string[];
                        mail?: boolean;
                        owner?: string;
                        watches?: {
                            source: string;
                            name: string;
                            figure: {
                                id: string;
                                label: string;
                                /** @enum {string} */
                                unit: "count" | "share" | "money";
                                adds_up: boolean;
                                currency: string | null;
                            };
                        } | null;
                        state?: {
                            is_raised: boolean;
                            since: string | null;
                            at: string | null;
                            value: string | null;
                            told: {
                                /** @enum {string} */
                                place: "beyond" | "margin" | "within" | "unknown";
                                measured?: string;
                                usual?: string;
                                low?: string;
                                high?: string;
                                /** @enum {string} */
                                basis?: "same_weekday" | "lately";
                                days?: number;
                                /** @enum {string} */
                                why?: "too_little_history" | "nothing_before" | "no_value" | "under_way";
                            } | null;
                            recent: {
                                day: string;
                                value: string | null;
                            }[];
                        };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_alarm_sources: {
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
                            source: string;
                            label: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_alarm_subjects: {
        parameters: {
            query: {
                source: string;
                q?: string;
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
                            of: string;
                            name: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_alarm_figures: {
        parameters: {
            query: {
                source: string;
                of: string;
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
                            label: string;
                            /** @enum {string} */
                            unit: "count" | "share" | "money";
                            adds_up: boolean;
                            currency: string | null;
                            value: string | null;
                        }[];
                        next_cursor: string | null;
                        name: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    preview_alarm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    metric: {
                        source: string;
                        of: string;
                        figure: string;
                    };
                    rule: {
                        /** @enum {string} */
                        kind: "limit" | "change" | "anomaly";
                        /** @enum {string} */
                        op?: "above" | "below" | "between" | "outside";
                        value?: string;
                        upper?: string;
                        /** @enum {string} */
                        span?: "total" | "day" | "week" | "month";
                        /** @enum {string} */
                        direction?: "up" | "down" | "either";
                        percent?: string;
                        /** @enum {string} */
                        sensitivity?: "low" | "normal" | "high";
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
                        figure: {
                            id: string;
                            label: string;
                            /** @enum {string} */
                            unit: "count" | "share" | "money";
                            adds_up: boolean;
                            currency: string | null;
                        };
                        value: string | null;
                        now: {
                            /** @enum {string} */
                            place: "beyond" | "margin" | "within" | "unknown";
                            measured?: string;
                            usual?: string;
                            low?: string;
                            high?: string;
                            /** @enum {string} */
                            basis?: "same_weekday" | "lately";
                            days?: number;
                            /** @enum {string} */
                            why?: "too_little_history" | "nothing_before" | "no_value" | "under_way";
                        };
                        days: {
                            day: string;
                            value: string | null;
                        }[];
                        tried: number;
                        judged: number;
                        raisings: {
                            day: string;
                            value: string;
                            told: {
                                /** @enum {string} */
                                place: "beyond" | "margin" | "within" | "unknown";
                                measured?: string;
                                usual?: string;
                                low?: string;
                                high?: string;
                                /** @enum {string} */
                                basis?: "same_weekday" | "lately";
                                days?: number;
                                /** @enum {string} */
                                why?: "too_little_history" | "nothing_before" | "no_value" | "under_way";
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_alarm_days: {
        parameters: {
            query?: {
                days?: number;
            };
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
                        items: {
                            day: string;
                            value: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_alarm_raisings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            at: string;
                            ended_at: string | null;
                            value: string;
                            told: {
                                /** @enum {string} */
                                place: "beyond" | "margin" | "within" | "unknown";
                                measured?: string;
                                usual?: string;
                                low?: string;
                                high?: string;
                                /** @enum {string} */
                                basis?: "same_weekday" | "lately";
                                days?: number;
                                /** @enum {string} */
                                why?: "too_little_history" | "nothing_before" | "no_value" | "under_way";
                            };
                            people: string[];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    interpret_segment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    object?: string;
                    /** @enum {string} */
                    locale?: "es" | "en";
                    choices?: {
                        [key: string]: string;
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
                        object: string;
                        filter: components["schemas"]["Filter"];
                        sentence: string | null;
                        choices: {
                            id: string;
                            label: string;
                            options: {
                                value: string;
                                label: string;
                            }[];
                            chosen: string;
                        }[];
                        unknown: {
                            text: string;
                            start: number;
                            end: number;
                            reason: string;
                            suggestions: string[];
                        }[];
                        /** @enum {string} */
                        locale: "es" | "en";
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
    tell_segment: {
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
                    filter: components["schemas"]["Filter"];
                    /** @enum {string} */
                    locale?: "es" | "en";
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
                        sentence: string | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_shared_lists: {
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
                            object: string;
                            title: string;
                            recipient: string;
                            /** @enum {string} */
                            language: "es" | "en";
                            owner: string;
                            fields: string[];
                            filter: unknown;
                            sort: string | null;
                            created_at: string;
                            expires_at: string;
                            revoked_at: string | null;
                            opens: number;
                            last_opened_at: string | null;
                            is_open: boolean;
                            url: string | null;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    share_list: {
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
                    title: string;
                    recipient: string;
                    fields: string[];
                    expires_at: string;
                    filter?: components["schemas"]["Filter"] | null;
                    sort?: string | null;
                    /** @enum {string} */
                    language?: "es" | "en";
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
                        title: string;
                        recipient: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        owner: string;
                        fields: string[];
                        filter: unknown;
                        sort: string | null;
                        created_at: string;
                        expires_at: string;
                        revoked_at: string | null;
                        opens: number;
                        last_opened_at: string | null;
                        is_open: boolean;
                        url: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_shared_list: {
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
                        title: string;
                        recipient: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        owner: string;
                        fields: string[];
                        filter: unknown;
                        sort: string | null;
                        created_at: string;
                        expires_at: string;
                        revoked_at: string | null;
                        opens: number;
                        last_opened_at: string | null;
                        is_open: boolean;
                        url: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    revoke_shared_list: {
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
                        title: string;
                        recipient: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        owner: string;
                        fields: string[];
                        filter: unknown;
                        sort: string | null;
                        created_at: string;
                        expires_at: string;
                        revoked_at: string | null;
                        opens: number;
                        last_opened_at: string | null;
                        is_open: boolean;
                        url: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    show_shared_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                token: string;
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
                        firm: string;
                        accent: string | null;
                        title: string;
                        recipient: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        time_zone: string;
                        expires_at: string;
                        columns: {
                            label: string;
                            /** @enum {string} */
                            type: "text" | "date" | "date_time" | "percent";
                        }[];
                        rows: unknown[][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                        object: string | null;
                        action: string | null;
                        about: {
                            kind: string;
                            id: string;
                            name: string;
                        } | null;
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    get_onboarding: {
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
                        dismissed: boolean;
                        steps: {
                            /** @enum {string} */
                            key: "contacts" | "deals" | "activities" | "team";
                            done: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_onboarding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dismissed: boolean;
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
                        dismissed: boolean;
                        steps: {
                            /** @enum {string} */
                            key: "contacts" | "deals" | "activities" | "team";
                            done: boolean;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_domains: {
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
                            /** @enum {string} */
                            state: "pending" | "verified";
                            records: {
                                /** @enum {string} */
                                purpose: "ownership" | "dkim" | "dmarc" | "return_path" | "spf";
                                /** @enum {string} */
                                type: "TXT" | "CNAME" | "MX";
                                name: string;
                                value: string;
                                required: boolean;
                                /** @enum {string} */
                                state: "unchecked" | "found" | "missing" | "different" | "unanswered";
                                found: string[];
                            }[];
                            created_at: string;
                            created_by: string;
                            checked_at: string | null;
                            verified_at: string | null;
                            failing_since: string | null;
                            version: number;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    add_domain: {
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
                        /** @enum {string} */
                        state: "pending" | "verified";
                        records: {
                            /** @enum {string} */
                            purpose: "ownership" | "dkim" | "dmarc" | "return_path" | "spf";
                            /** @enum {string} */
                            type: "TXT" | "CNAME" | "MX";
                            name: string;
                            value: string;
                            required: boolean;
                            /** @enum {string} */
                            state: "unchecked" | "found" | "missing" | "different" | "unanswered";
                            found: string[];
                        }[];
                        created_at: string;
                        created_by: string;
                        checked_at: string | null;
                        verified_at: string | null;
                        failing_since: string | null;
                        version: number;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_domain: {
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
                        name: string;
                        /** @enum {string} */
                        state: "pending" | "verified";
                        records: {
                            /** @enum {string} */
                            purpose: "ownership" | "dkim" | "dmarc" | "return_path" | "spf";
                            /** @enum {string} */
                            type: "TXT" | "CNAME" | "MX";
                            name: string;
                            value: string;
                            required: boolean;
                            /** @enum {string} */
                            state: "unchecked" | "found" | "missing" | "different" | "unanswered";
                            found: string[];
                        }[];
                        created_at: string;
                        created_by: string;
                        checked_at: string | null;
                        verified_at: string | null;
                        failing_since: string | null;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_domain: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    check_domain: {
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
                        name: string;
                        /** @enum {string} */
                        state: "pending" | "verified";
                        records: {
                            /** @enum {string} */
                            purpose: "ownership" | "dkim" | "dmarc" | "return_path" | "spf";
                            /** @enum {string} */
                            type: "TXT" | "CNAME" | "MX";
                            name: string;
                            value: string;
                            required: boolean;
                            /** @enum {string} */
                            state: "unchecked" | "found" | "missing" | "different" | "unanswered";
                            found: string[];
                        }[];
                        created_at: string;
                        created_by: string;
                        checked_at: string | null;
                        verified_at: string | null;
                        failing_since: string | null;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_senders: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            from_name: string;
                            address: string;
                            postal_address: string;
                            reply_to?: string | null;
                            legal_name?: string | null;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_sender: {
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
                    from_name: string;
                    address: string;
                    postal_address: string;
                    reply_to?: string | null;
                    legal_name?: string | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        from_name: string;
                        address: string;
                        postal_address: string;
                        reply_to?: string | null;
                        legal_name?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_sender: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        from_name: string;
                        address: string;
                        postal_address: string;
                        reply_to?: string | null;
                        legal_name?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_sender: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_sender: {
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
                    from_name?: string;
                    address?: string;
                    postal_address?: string;
                    reply_to?: string | null;
                    legal_name?: string | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        from_name: string;
                        address: string;
                        postal_address: string;
                        reply_to?: string | null;
                        legal_name?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_templates: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            /** @enum {string} */
                            language: "es" | "en";
                            subject: string;
                            blocks?: ({
                                /** @enum {string} */
                                kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                            } & {
                                [key: string]: unknown;
                            })[];
                            preheader?: string | null;
                            sender?: string | null;
                            purpose?: string | null;
                            look?: Record<string, never> | null;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_template: {
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
                    /** @enum {string} */
                    language: "es" | "en";
                    subject: string;
                    blocks: ({
                        /** @enum {string} */
                        kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                    } & {
                        [key: string]: unknown;
                    })[];
                    preheader?: string | null;
                    sender?: string | null;
                    purpose?: string | null;
                    look?: Record<string, never> | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        subject: string;
                        blocks?: ({
                            /** @enum {string} */
                            kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                        } & {
                            [key: string]: unknown;
                        })[];
                        preheader?: string | null;
                        sender?: string | null;
                        purpose?: string | null;
                        look?: Record<string, never> | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_template: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        subject: string;
                        blocks?: ({
                            /** @enum {string} */
                            kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                        } & {
                            [key: string]: unknown;
                        })[];
                        preheader?: string | null;
                        sender?: string | null;
                        purpose?: string | null;
                        look?: Record<string, never> | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_template: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_template: {
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
                    language?: "es" | "en";
                    subject?: string;
                    blocks?: ({
                        /** @enum {string} */
                        kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                    } & {
                        [key: string]: unknown;
                    })[];
                    preheader?: string | null;
                    sender?: string | null;
                    purpose?: string | null;
                    look?: Record<string, never> | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        subject: string;
                        blocks?: ({
                            /** @enum {string} */
                            kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                        } & {
                            [key: string]: unknown;
                        })[];
                        preheader?: string | null;
                        sender?: string | null;
                        purpose?: string | null;
                        look?: Record<string, never> | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_template_versions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            version: number;
                            at: string;
                            by: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_template_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
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
                        version: number;
                        /** @enum {string} */
                        language?: "es" | "en";
                        subject?: string;
                        blocks?: ({
                            /** @enum {string} */
                            kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                        } & {
                            [key: string]: unknown;
                        })[];
                        preheader?: string | null;
                        sender?: string | null;
                        purpose?: string | null;
                        look?: Record<string, never> | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    preview_template: {
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
                    object: string;
                    record: string;
                    content?: {
                        /** @enum {string} */
                        language?: "es" | "en";
                        subject?: string;
                        blocks?: ({
                            /** @enum {string} */
                            kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                        } & {
                            [key: string]: unknown;
                        })[];
                        preheader?: string | null;
                        sender?: string | null;
                        purpose?: string | null;
                        look?: Record<string, never> | null;
                    };
                    segments?: string[];
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
                        subject: string;
                        preheader: string;
                        html: string;
                        text: string;
                        from: string | null;
                        reply_to: string | null;
                        bytes: number;
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
    test_template: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    object: string;
                    record: string;
                    content?: {
                        /** @enum {string} */
                        language?: "es" | "en";
                        subject?: string;
                        blocks?: ({
                            /** @enum {string} */
                            kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                        } & {
                            [key: string]: unknown;
                        })[];
                        preheader?: string | null;
                        sender?: string | null;
                        purpose?: string | null;
                        look?: Record<string, never> | null;
                    };
                    to?: string[];
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
                        to: string[];
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
    check_template: {
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
                    content?: {
                        /** @enum {string} */
                        language?: "es" | "en";
                        subject?: string;
                        blocks?: ({
                            /** @enum {string} */
                            kind: "heading" | "text" | "button" | "image" | "divider" | "spacer" | "products" | "columns" | "footer";
                        } & {
                            [key: string]: unknown;
                        })[];
                        preheader?: string | null;
                        sender?: string | null;
                        purpose?: string | null;
                        look?: Record<string, never> | null;
                    };
                    follow?: boolean;
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
                            code: string;
                            /** @enum {string} */
                            severity: "error" | "warning";
                            at: string;
                            message: string;
                        }[];
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
    list_merge_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plural: "companies" | "contacts" | "leads" | "pipelines" | "deals" | "products" | "orders" | "tasks" | "calls" | "meetings" | "notes" | "campaigns";
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
                            path: string;
                            label: {
                                es: string;
                                en: string;
                            } | null;
                            type: string;
                            required: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    publish_picture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    file: string;
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
                        url: string;
                        width: number;
                        height: number;
                        size: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_purposes: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            key: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            text: {
                                es: string;
                                en: string;
                            };
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_purpose: {
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
                    key: string;
                    label: {
                        es: string;
                        en: string;
                    };
                    text: {
                        es: string;
                        en: string;
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
                        id: string;
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        key: string;
                        label: {
                            es: string;
                            en: string;
                        };
                        text: {
                            es: string;
                            en: string;
                        };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_purpose: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        key: string;
                        label: {
                            es: string;
                            en: string;
                        };
                        text: {
                            es: string;
                            en: string;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_purpose: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_purpose: {
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
                    key?: string;
                    label?: {
                        es: string;
                        en: string;
                    };
                    text?: {
                        es: string;
                        en: string;
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
                        id: string;
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        key: string;
                        label: {
                            es: string;
                            en: string;
                        };
                        text: {
                            es: string;
                            en: string;
                        };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_exclusions: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            always?: boolean;
                            unless_consented?: boolean;
                            description?: string;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_exclusion: {
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
                    always?: boolean;
                    unless_consented?: boolean;
                    description?: string;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        always?: boolean;
                        unless_consented?: boolean;
                        description?: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_exclusion: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        always?: boolean;
                        unless_consented?: boolean;
                        description?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_exclusion: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_exclusion: {
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
                    always?: boolean;
                    unless_consented?: boolean;
                    description?: string;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        always?: boolean;
                        unless_consented?: boolean;
                        description?: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    add_exclusions: {
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
                    emails?: string[];
                    hashes?: string[];
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
                        changed: number;
                        size: number;
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
    remove_exclusions: {
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
                    emails?: string[];
                    hashes?: string[];
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
                        changed: number;
                        size: number;
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
    count_exclusions: {
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
                        size: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_marketing_settings: {
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
                        version: number;
                        frequency_cap: {
                            most: number;
                            days: number;
                        } | null;
                        quiet_hours: {
                            from: string;
                            to: string;
                        } | null;
                        double_opt_in: boolean;
                        soft_opt_in: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_marketing_settings: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    frequency_cap?: {
                        most: number;
                        days: number;
                    } | null;
                    quiet_hours?: {
                        from: string;
                        to: string;
                    } | null;
                    double_opt_in?: boolean;
                    soft_opt_in?: boolean;
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
                        version: number;
                        frequency_cap: {
                            most: number;
                            days: number;
                        } | null;
                        quiet_hours: {
                            from: string;
                            to: string;
                        } | null;
                        double_opt_in: boolean;
                        soft_opt_in: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                        firm: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        purpose: string;
                        items: {
                            key: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            text: {
                                es: string;
                                en: string;
                            };
                            wanted: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    choose_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    wanted: {
                        [key: string]: boolean;
                    };
                    /** @enum {string} */
                    locale?: "es" | "en";
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
                        firm: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        purpose: string;
                        items: {
                            key: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            text: {
                                es: string;
                                en: string;
                            };
                            wanted: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    show_unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                        firm: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        purpose: {
                            key: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            text: {
                                es: string;
                                en: string;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    confirm_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                        firm: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        purpose: {
                            key: string;
                            label: {
                                es: string;
                                en: string;
                            };
                            text: {
                                es: string;
                                en: string;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_campaign: {
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
                    campaign: components["schemas"]["CampaignCreate"];
                    plan?: {
                        segments?: string[];
                        except_segments?: string[];
                        exclusions?: string[];
                        purpose?: string;
                        variants?: {
                            name: string;
                            template: string;
                        }[];
                        test?: {
                            share: number;
                            /** @enum {string} */
                            decide_by: "clicks" | "orders";
                            after_hours: number;
                        } | null;
                        control?: number;
                        window?: {
                            days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                            from: string;
                            to: string;
                        } | null;
                        per_hour?: number | null;
                        personal_hour?: boolean;
                        utm?: boolean;
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
                        campaign: components["schemas"]["Campaign"];
                        plan: {
                            segments: string[];
                            except_segments: string[];
                            exclusions: string[];
                            purpose: string;
                            variants: {
                                name: string;
                                template: string;
                                version: number | null;
                            }[];
                            test: {
                                share: number;
                                /** @enum {string} */
                                decide_by: "clicks" | "orders";
                                after_hours: number;
                            } | null;
                            control: number;
                            window: {
                                days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                from: string;
                                to: string;
                            } | null;
                            per_hour: number | null;
                            personal_hour: boolean;
                            utm: boolean;
                            utm_campaign: string | null;
                        };
                        course: {
                            state: string;
                            plan: {
                                segments: string[];
                                except_segments: string[];
                                exclusions: string[];
                                purpose: string;
                                variants: {
                                    name: string;
                                    template: string;
                                    version: number | null;
                                }[];
                                test: {
                                    share: number;
                                    /** @enum {string} */
                                    decide_by: "clicks" | "orders";
                                    after_hours: number;
                                } | null;
                                control: number;
                                window: {
                                    days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                    from: string;
                                    to: string;
                                } | null;
                                per_hour: number | null;
                                personal_hour: boolean;
                                utm: boolean;
                                utm_campaign: string | null;
                            };
                            starts_at: string;
                            launched_at: string;
                            launched_by: string;
                            recipients: number;
                            control: number;
                            excluded: {
                                reason: string;
                                people: number;
                            }[];
                            called: number;
                            hours: {
                                hour: number;
                                people: number;
                                own: number;
                                firm: number;
                                start: number;
                            }[];
                            rests_until: string | null;
                            test_decided_at: string | null;
                            test: {
                                winner: string;
                                /** @enum {string} */
                                decided_by: "clicks" | "orders";
                                is_clear: boolean;
                                variants: {
                                    name: string;
                                    sent: number;
                                    answered: number;
                                }[];
                            } | null;
                            problem: Record<string, never> | null;
                            can_pause: boolean;
                            can_resume: boolean;
                            can_cancel: boolean;
                        } | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_campaign: {
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
                        campaign: components["schemas"]["Campaign"];
                        plan: {
                            segments: string[];
                            except_segments: string[];
                            exclusions: string[];
                            purpose: string;
                            variants: {
                                name: string;
                                template: string;
                                version: number | null;
                            }[];
                            test: {
                                share: number;
                                /** @enum {string} */
                                decide_by: "clicks" | "orders";
                                after_hours: number;
                            } | null;
                            control: number;
                            window: {
                                days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                from: string;
                                to: string;
                            } | null;
                            per_hour: number | null;
                            personal_hour: boolean;
                            utm: boolean;
                            utm_campaign: string | null;
                        };
                        course: {
                            state: string;
                            plan: {
                                segments: string[];
                                except_segments: string[];
                                exclusions: string[];
                                purpose: string;
                                variants: {
                                    name: string;
                                    template: string;
                                    version: number | null;
                                }[];
                                test: {
                                    share: number;
                                    /** @enum {string} */
                                    decide_by: "clicks" | "orders";
                                    after_hours: number;
                                } | null;
                                control: number;
                                window: {
                                    days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                    from: string;
                                    to: string;
                                } | null;
                                per_hour: number | null;
                                personal_hour: boolean;
                                utm: boolean;
                                utm_campaign: string | null;
                            };
                            starts_at: string;
                            launched_at: string;
                            launched_by: string;
                            recipients: number;
                            control: number;
                            excluded: {
                                reason: string;
                                people: number;
                            }[];
                            called: number;
                            hours: {
                                hour: number;
                                people: number;
                                own: number;
                                firm: number;
                                start: number;
                            }[];
                            rests_until: string | null;
                            test_decided_at: string | null;
                            test: {
                                winner: string;
                                /** @enum {string} */
                                decided_by: "clicks" | "orders";
                                is_clear: boolean;
                                variants: {
                                    name: string;
                                    sent: number;
                                    answered: number;
                                }[];
                            } | null;
                            problem: Record<string, never> | null;
                            can_pause: boolean;
                            can_resume: boolean;
                            can_cancel: boolean;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_campaign_plan: {
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
                    segments?: string[];
                    except_segments?: string[];
                    exclusions?: string[];
                    purpose?: string;
                    variants?: {
                        name: string;
                        template: string;
                    }[];
                    test?: {
                        share: number;
                        /** @enum {string} */
                        decide_by: "clicks" | "orders";
                        after_hours: number;
                    } | null;
                    control?: number;
                    window?: {
                        days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                        from: string;
                        to: string;
                    } | null;
                    per_hour?: number | null;
                    personal_hour?: boolean;
                    utm?: boolean;
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
                        campaign: components["schemas"]["Campaign"];
                        plan: {
                            segments: string[];
                            except_segments: string[];
                            exclusions: string[];
                            purpose: string;
                            variants: {
                                name: string;
                                template: string;
                                version: number | null;
                            }[];
                            test: {
                                share: number;
                                /** @enum {string} */
                                decide_by: "clicks" | "orders";
                                after_hours: number;
                            } | null;
                            control: number;
                            window: {
                                days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                from: string;
                                to: string;
                            } | null;
                            per_hour: number | null;
                            personal_hour: boolean;
                            utm: boolean;
                            utm_campaign: string | null;
                        };
                        course: {
                            state: string;
                            plan: {
                                segments: string[];
                                except_segments: string[];
                                exclusions: string[];
                                purpose: string;
                                variants: {
                                    name: string;
                                    template: string;
                                    version: number | null;
                                }[];
                                test: {
                                    share: number;
                                    /** @enum {string} */
                                    decide_by: "clicks" | "orders";
                                    after_hours: number;
                                } | null;
                                control: number;
                                window: {
                                    days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                    from: string;
                                    to: string;
                                } | null;
                                per_hour: number | null;
                                personal_hour: boolean;
                                utm: boolean;
                                utm_campaign: string | null;
                            };
                            starts_at: string;
                            launched_at: string;
                            launched_by: string;
                            recipients: number;
                            control: number;
                            excluded: {
                                reason: string;
                                people: number;
                            }[];
                            called: number;
                            hours: {
                                hour: number;
                                people: number;
                                own: number;
                                firm: number;
                                start: number;
                            }[];
                            rests_until: string | null;
                            test_decided_at: string | null;
                            test: {
                                winner: string;
                                /** @enum {string} */
                                decided_by: "clicks" | "orders";
                                is_clear: boolean;
                                variants: {
                                    name: string;
                                    sent: number;
                                    answered: number;
                                }[];
                            } | null;
                            problem: Record<string, never> | null;
                            can_pause: boolean;
                            can_resume: boolean;
                            can_cancel: boolean;
                        } | null;
                    };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_campaign_audience: {
        parameters: {
            query?: {
                at?: string;
            };
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
                        recipients: number;
                        control: number;
                        excluded: {
                            reason: string;
                            people: number;
                        }[];
                        first_send: string | null;
                        is_complete: boolean;
                        hours: {
                            hour: number;
                            people: number;
                            own: number;
                            firm: number;
                            start: number;
                        }[];
                        problems: {
                            field: string;
                            code: string;
                            message: string;
                            /** @enum {string} */
                            severity: "error" | "warning";
                            variant: string | null;
                            template: string | null;
                            at: string | null;
                        }[];
                        senders: {
                            variant: string;
                            name: string;
                            address: string;
                            reply_to: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_campaign_audience: {
        parameters: {
            query: {
                state: "recipients" | "control" | "excluded";
                reason?: string;
                hour?: number;
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            plural: string;
                            id: string;
                            name: string | null;
                            at: string;
                            variant: string | null;
                            reasons: string[];
                            moment: {
                                hour: number;
                                /** @enum {string} */
                                by: "own" | "firm" | "start";
                                signs: number;
                                of: number;
                            } | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    check_campaign: {
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
                        items: {
                            field: string;
                            code: string;
                            message: string;
                            /** @enum {string} */
                            severity: "error" | "warning";
                            variant: string | null;
                            template: string | null;
                            at: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    launch_campaign: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    at?: string | null;
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
                        campaign: components["schemas"]["Campaign"];
                        plan: {
                            segments: string[];
                            except_segments: string[];
                            exclusions: string[];
                            purpose: string;
                            variants: {
                                name: string;
                                template: string;
                                version: number | null;
                            }[];
                            test: {
                                share: number;
                                /** @enum {string} */
                                decide_by: "clicks" | "orders";
                                after_hours: number;
                            } | null;
                            control: number;
                            window: {
                                days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                from: string;
                                to: string;
                            } | null;
                            per_hour: number | null;
                            personal_hour: boolean;
                            utm: boolean;
                            utm_campaign: string | null;
                        };
                        course: {
                            state: string;
                            plan: {
                                segments: string[];
                                except_segments: string[];
                                exclusions: string[];
                                purpose: string;
                                variants: {
                                    name: string;
                                    template: string;
                                    version: number | null;
                                }[];
                                test: {
                                    share: number;
                                    /** @enum {string} */
                                    decide_by: "clicks" | "orders";
                                    after_hours: number;
                                } | null;
                                control: number;
                                window: {
                                    days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                    from: string;
                                    to: string;
                                } | null;
                                per_hour: number | null;
                                personal_hour: boolean;
                                utm: boolean;
                                utm_campaign: string | null;
                            };
                            starts_at: string;
                            launched_at: string;
                            launched_by: string;
                            recipients: number;
                            control: number;
                            excluded: {
                                reason: string;
                                people: number;
                            }[];
                            called: number;
                            hours: {
                                hour: number;
                                people: number;
                                own: number;
                                firm: number;
                                start: number;
                            }[];
                            rests_until: string | null;
                            test_decided_at: string | null;
                            test: {
                                winner: string;
                                /** @enum {string} */
                                decided_by: "clicks" | "orders";
                                is_clear: boolean;
                                variants: {
                                    name: string;
                                    sent: number;
                                    answered: number;
                                }[];
                            } | null;
                            problem: Record<string, never> | null;
                            can_pause: boolean;
                            can_resume: boolean;
                            can_cancel: boolean;
                        } | null;
                    };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    pause_campaign: {
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
                        campaign: components["schemas"]["Campaign"];
                        plan: {
                            segments: string[];
                            except_segments: string[];
                            exclusions: string[];
                            purpose: string;
                            variants: {
                                name: string;
                                template: string;
                                version: number | null;
                            }[];
                            test: {
                                share: number;
                                /** @enum {string} */
                                decide_by: "clicks" | "orders";
                                after_hours: number;
                            } | null;
                            control: number;
                            window: {
                                days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                from: string;
                                to: string;
                            } | null;
                            per_hour: number | null;
                            personal_hour: boolean;
                            utm: boolean;
                            utm_campaign: string | null;
                        };
                        course: {
                            state: string;
                            plan: {
                                segments: string[];
                                except_segments: string[];
                                exclusions: string[];
                                purpose: string;
                                variants: {
                                    name: string;
                                    template: string;
                                    version: number | null;
                                }[];
                                test: {
                                    share: number;
                                    /** @enum {string} */
                                    decide_by: "clicks" | "orders";
                                    after_hours: number;
                                } | null;
                                control: number;
                                window: {
                                    days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                    from: string;
                                    to: string;
                                } | null;
                                per_hour: number | null;
                                personal_hour: boolean;
                                utm: boolean;
                                utm_campaign: string | null;
                            };
                            starts_at: string;
                            launched_at: string;
                            launched_by: string;
                            recipients: number;
                            control: number;
                            excluded: {
                                reason: string;
                                people: number;
                            }[];
                            called: number;
                            hours: {
                                hour: number;
                                people: number;
                                own: number;
                                firm: number;
                                start: number;
                            }[];
                            rests_until: string | null;
                            test_decided_at: string | null;
                            test: {
                                winner: string;
                                /** @enum {string} */
                                decided_by: "clicks" | "orders";
                                is_clear: boolean;
                                variants: {
                                    name: string;
                                    sent: number;
                                    answered: number;
                                }[];
                            } | null;
                            problem: Record<string, never> | null;
                            can_pause: boolean;
                            can_resume: boolean;
                            can_cancel: boolean;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    resume_campaign: {
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
                        campaign: components["schemas"]["Campaign"];
                        plan: {
                            segments: string[];
                            except_segments: string[];
                            exclusions: string[];
                            purpose: string;
                            variants: {
                                name: string;
                                template: string;
                                version: number | null;
                            }[];
                            test: {
                                share: number;
                                /** @enum {string} */
                                decide_by: "clicks" | "orders";
                                after_hours: number;
                            } | null;
                            control: number;
                            window: {
                                days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                from: string;
                                to: string;
                            } | null;
                            per_hour: number | null;
                            personal_hour: boolean;
                            utm: boolean;
                            utm_campaign: string | null;
                        };
                        course: {
                            state: string;
                            plan: {
                                segments: string[];
                                except_segments: string[];
                                exclusions: string[];
                                purpose: string;
                                variants: {
                                    name: string;
                                    template: string;
                                    version: number | null;
                                }[];
                                test: {
                                    share: number;
                                    /** @enum {string} */
                                    decide_by: "clicks" | "orders";
                                    after_hours: number;
                                } | null;
                                control: number;
                                window: {
                                    days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                    from: string;
                                    to: string;
                                } | null;
                                per_hour: number | null;
                                personal_hour: boolean;
                                utm: boolean;
                                utm_campaign: string | null;
                            };
                            starts_at: string;
                            launched_at: string;
                            launched_by: string;
                            recipients: number;
                            control: number;
                            excluded: {
                                reason: string;
                                people: number;
                            }[];
                            called: number;
                            hours: {
                                hour: number;
                                people: number;
                                own: number;
                                firm: number;
                                start: number;
                            }[];
                            rests_until: string | null;
                            test_decided_at: string | null;
                            test: {
                                winner: string;
                                /** @enum {string} */
                                decided_by: "clicks" | "orders";
                                is_clear: boolean;
                                variants: {
                                    name: string;
                                    sent: number;
                                    answered: number;
                                }[];
                            } | null;
                            problem: Record<string, never> | null;
                            can_pause: boolean;
                            can_resume: boolean;
                            can_cancel: boolean;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    cancel_campaign: {
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
                        campaign: components["schemas"]["Campaign"];
                        plan: {
                            segments: string[];
                            except_segments: string[];
                            exclusions: string[];
                            purpose: string;
                            variants: {
                                name: string;
                                template: string;
                                version: number | null;
                            }[];
                            test: {
                                share: number;
                                /** @enum {string} */
                                decide_by: "clicks" | "orders";
                                after_hours: number;
                            } | null;
                            control: number;
                            window: {
                                days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                from: string;
                                to: string;
                            } | null;
                            per_hour: number | null;
                            personal_hour: boolean;
                            utm: boolean;
                            utm_campaign: string | null;
                        };
                        course: {
                            state: string;
                            plan: {
                                segments: string[];
                                except_segments: string[];
                                exclusions: string[];
                                purpose: string;
                                variants: {
                                    name: string;
                                    template: string;
                                    version: number | null;
                                }[];
                                test: {
                                    share: number;
                                    /** @enum {string} */
                                    decide_by: "clicks" | "orders";
                                    after_hours: number;
                                } | null;
                                control: number;
                                window: {
                                    days: ("mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")[];
                                    from: string;
                                    to: string;
                                } | null;
                                per_hour: number | null;
                                personal_hour: boolean;
                                utm: boolean;
                                utm_campaign: string | null;
                            };
                            starts_at: string;
                            launched_at: string;
                            launched_by: string;
                            recipients: number;
                            control: number;
                            excluded: {
                                reason: string;
                                people: number;
                            }[];
                            called: number;
                            hours: {
                                hour: number;
                                people: number;
                                own: number;
                                firm: number;
                                start: number;
                            }[];
                            rests_until: string | null;
                            test_decided_at: string | null;
                            test: {
                                winner: string;
                                /** @enum {string} */
                                decided_by: "clicks" | "orders";
                                is_clear: boolean;
                                variants: {
                                    name: string;
                                    sent: number;
                                    answered: number;
                                }[];
                            } | null;
                            problem: Record<string, never> | null;
                            can_pause: boolean;
                            can_resume: boolean;
                            can_cancel: boolean;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_campaign_starters: {
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
                            label: Record<string, never>;
                            says: Record<string, never>;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    begin_campaign_starter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "es" | "en";
                    sender?: string;
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
                        campaign: string;
                        template: string;
                        segments: string[];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_action_rules: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            object: string;
                            words: {
                                es: string;
                                en: string;
                            };
                            action: {
                                /** @enum {string} */
                                kind: "say" | "call" | "task" | "offer" | "create" | "mail";
                                object?: string | null;
                                values?: Record<string, never>;
                                days?: number | null;
                                template?: string | null;
                            };
                            filter?: Record<string, never> | null;
                            figures?: {
                                /** @enum {string} */
                                figure: "churn" | "silent_days" | "purchases" | "purchases_12_months" | "spent" | "spent_12_months" | "days_since_contact" | "unanswered" | "open_matters" | "late_matters" | "days_to_close" | "may_write";
                                /** @enum {string} */
                                op: "eq" | "gte" | "in" | "lte";
                                value: unknown;
                            }[];
                            priority?: number;
                            enabled?: boolean;
                            from?: string | null;
                            until?: string | null;
                            rest_days?: number;
                            starter?: string | null;
                            told?: {
                                es: string | null;
                                en: string | null;
                            };
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_action_rule: {
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
                    object: string;
                    words: {
                        es: string;
                        en: string;
                    };
                    action: {
                        /** @enum {string} */
                        kind: "say" | "call" | "task" | "offer" | "create" | "mail";
                        object?: string | null;
                        values?: Record<string, never>;
                        days?: number | null;
                        template?: string | null;
                    };
                    filter?: Record<string, never> | null;
                    figures?: {
                        /** @enum {string} */
                        figure: "churn" | "silent_days" | "purchases" | "purchases_12_months" | "spent" | "spent_12_months" | "days_since_contact" | "unanswered" | "open_matters" | "late_matters" | "days_to_close" | "may_write";
                        /** @enum {string} */
                        op: "eq" | "gte" | "in" | "lte";
                        value: unknown;
                    }[];
                    priority?: number;
                    enabled?: boolean;
                    from?: string | null;
                    until?: string | null;
                    rest_days?: number;
                    starter?: string | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        words: {
                            es: string;
                            en: string;
                        };
                        action: {
                            /** @enum {string} */
                            kind: "say" | "call" | "task" | "offer" | "create" | "mail";
                            object?: string | null;
                            values?: Record<string, never>;
                            days?: number | null;
                            template?: string | null;
                        };
                        filter?: Record<string, never> | null;
                        figures?: {
                            /** @enum {string} */
                            figure: "churn" | "silent_days" | "purchases" | "purchases_12_months" | "spent" | "spent_12_months" | "days_since_contact" | "unanswered" | "open_matters" | "late_matters" | "days_to_close" | "may_write";
                            /** @enum {string} */
                            op: "eq" | "gte" | "in" | "lte";
                            value: unknown;
                        }[];
                        priority?: number;
                        enabled?: boolean;
                        from?: string | null;
                        until?: string | null;
                        rest_days?: number;
                        starter?: string | null;
                        told?: {
                            es: string | null;
                            en: string | null;
                        };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_action_rule: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        words: {
                            es: string;
                            en: string;
                        };
                        action: {
                            /** @enum {string} */
                            kind: "say" | "call" | "task" | "offer" | "create" | "mail";
                            object?: string | null;
                            values?: Record<string, never>;
                            days?: number | null;
                            template?: string | null;
                        };
                        filter?: Record<string, never> | null;
                        figures?: {
                            /** @enum {string} */
                            figure: "churn" | "silent_days" | "purchases" | "purchases_12_months" | "spent" | "spent_12_months" | "days_since_contact" | "unanswered" | "open_matters" | "late_matters" | "days_to_close" | "may_write";
                            /** @enum {string} */
                            op: "eq" | "gte" | "in" | "lte";
                            value: unknown;
                        }[];
                        priority?: number;
                        enabled?: boolean;
                        from?: string | null;
                        until?: string | null;
                        rest_days?: number;
                        starter?: string | null;
                        told?: {
                            es: string | null;
                            en: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_action_rule: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_action_rule: {
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
                    object?: string;
                    words?: {
                        es: string;
                        en: string;
                    };
                    action?: {
                        /** @enum {string} */
                        kind: "say" | "call" | "task" | "offer" | "create" | "mail";
                        object?: string | null;
                        values?: Record<string, never>;
                        days?: number | null;
                        template?: string | null;
                    };
                    filter?: Record<string, never> | null;
                    figures?: {
                        /** @enum {string} */
                        figure: "churn" | "silent_days" | "purchases" | "purchases_12_months" | "spent" | "spent_12_months" | "days_since_contact" | "unanswered" | "open_matters" | "late_matters" | "days_to_close" | "may_write";
                        /** @enum {string} */
                        op: "eq" | "gte" | "in" | "lte";
                        value: unknown;
                    }[];
                    priority?: number;
                    enabled?: boolean;
                    from?: string | null;
                    until?: string | null;
                    rest_days?: number;
                    starter?: string | null;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        words: {
                            es: string;
                            en: string;
                        };
                        action: {
                            /** @enum {string} */
                            kind: "say" | "call" | "task" | "offer" | "create" | "mail";
                            object?: string | null;
                            values?: Record<string, never>;
                            days?: number | null;
                            template?: string | null;
                        };
                        filter?: Record<string, never> | null;
                        figures?: {
                            /** @enum {string} */
                            figure: "churn" | "silent_days" | "purchases" | "purchases_12_months" | "spent" | "spent_12_months" | "days_since_contact" | "unanswered" | "open_matters" | "late_matters" | "days_to_close" | "may_write";
                            /** @enum {string} */
                            op: "eq" | "gte" | "in" | "lte";
                            value: unknown;
                        }[];
                        priority?: number;
                        enabled?: boolean;
                        from?: string | null;
                        until?: string | null;
                        rest_days?: number;
                        starter?: string | null;
                        told?: {
                            es: string | null;
                            en: string | null;
                        };
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_card_figures: {
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
                            name: string;
                            kind: string;
                            label: Record<string, never>;
                            operators: string[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_action_rule_starters: {
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
                            object: string;
                            label: Record<string, never>;
                            says: Record<string, never>;
                            rule: Record<string, never>;
                            is_used: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    preview_action_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    record: string;
                    rule: {
                        object?: string;
                        words?: {
                            es: string;
                            en: string;
                        };
                        action?: {
                            /** @enum {string} */
                            kind: "say" | "call" | "task" | "offer" | "create" | "mail";
                            object?: string | null;
                            values?: Record<string, never>;
                            days?: number | null;
                            template?: string | null;
                        };
                        filter?: Record<string, never> | null;
                        figures?: {
                            /** @enum {string} */
                            figure: "churn" | "silent_days" | "purchases" | "purchases_12_months" | "spent" | "spent_12_months" | "days_since_contact" | "unanswered" | "open_matters" | "late_matters" | "days_to_close" | "may_write";
                            /** @enum {string} */
                            op: "eq" | "gte" | "in" | "lte";
                            value: unknown;
                        }[];
                        priority?: number;
                        enabled?: boolean;
                        from?: string | null;
                        until?: string | null;
                        rest_days?: number;
                        starter?: string | null;
                    };
                    id?: string;
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
                        applies: boolean;
                        keeps_out: string | null;
                        name: string | null;
                        words: string;
                        why: string;
                        action: {
                            kind: string;
                            object: string | null;
                            values: Record<string, never> | null;
                            template: string | null;
                        };
                        rest_days: number;
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
    list_automations: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            object: string;
                            trigger: {
                                /** @enum {string} */
                                kind: "created" | "changed" | "deleted" | "date" | "segment_entered" | "segment_left" | "mail_opened" | "mail_clicked" | "form_sent" | "consent_given" | "consent_withdrawn" | "returned" | "schedule";
                            } & {
                                [key: string]: unknown;
                            };
                            conditions?: Record<string, never> | null;
                            exit?: Record<string, never> | null;
                            ends_on?: ("answered" | "bought" | "unsubscribed")[];
                            steps?: ({
                                kind?: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            /** @enum {string} */
                            reentry?: "never" | "again";
                            cooldown?: Record<string, never> | null;
                            most_an_hour?: number;
                            description?: string;
                            enabled?: boolean;
                            enabled_at?: string | null;
                            enabled_by?: string | null;
                            tripped?: {
                                why: string;
                                at: string;
                            } | null;
                            starter?: string | null;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_automation: {
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
                    object: string;
                    trigger: {
                        /** @enum {string} */
                        kind: "created" | "changed" | "deleted" | "date" | "segment_entered" | "segment_left" | "mail_opened" | "mail_clicked" | "form_sent" | "consent_given" | "consent_withdrawn" | "returned" | "schedule";
                    } & {
                        [key: string]: unknown;
                    };
                    conditions?: Record<string, never> | null;
                    exit?: Record<string, never> | null;
                    ends_on?: ("answered" | "bought" | "unsubscribed")[];
                    steps?: ({
                        kind?: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @enum {string} */
                    reentry?: "never" | "again";
                    cooldown?: Record<string, never> | null;
                    most_an_hour?: number;
                    description?: string;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        trigger: {
                            /** @enum {string} */
                            kind: "created" | "changed" | "deleted" | "date" | "segment_entered" | "segment_left" | "mail_opened" | "mail_clicked" | "form_sent" | "consent_given" | "consent_withdrawn" | "returned" | "schedule";
                        } & {
                            [key: string]: unknown;
                        };
                        conditions?: Record<string, never> | null;
                        exit?: Record<string, never> | null;
                        ends_on?: ("answered" | "bought" | "unsubscribed")[];
                        steps?: ({
                            kind?: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @enum {string} */
                        reentry?: "never" | "again";
                        cooldown?: Record<string, never> | null;
                        most_an_hour?: number;
                        description?: string;
                        enabled?: boolean;
                        enabled_at?: string | null;
                        enabled_by?: string | null;
                        tripped?: {
                            why: string;
                            at: string;
                        } | null;
                        starter?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_automation: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        trigger: {
                            /** @enum {string} */
                            kind: "created" | "changed" | "deleted" | "date" | "segment_entered" | "segment_left" | "mail_opened" | "mail_clicked" | "form_sent" | "consent_given" | "consent_withdrawn" | "returned" | "schedule";
                        } & {
                            [key: string]: unknown;
                        };
                        conditions?: Record<string, never> | null;
                        exit?: Record<string, never> | null;
                        ends_on?: ("answered" | "bought" | "unsubscribed")[];
                        steps?: ({
                            kind?: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @enum {string} */
                        reentry?: "never" | "again";
                        cooldown?: Record<string, never> | null;
                        most_an_hour?: number;
                        description?: string;
                        enabled?: boolean;
                        enabled_at?: string | null;
                        enabled_by?: string | null;
                        tripped?: {
                            why: string;
                            at: string;
                        } | null;
                        starter?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_automation: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_automation: {
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
                    object?: string;
                    trigger?: {
                        /** @enum {string} */
                        kind: "created" | "changed" | "deleted" | "date" | "segment_entered" | "segment_left" | "mail_opened" | "mail_clicked" | "form_sent" | "consent_given" | "consent_withdrawn" | "returned" | "schedule";
                    } & {
                        [key: string]: unknown;
                    };
                    conditions?: Record<string, never> | null;
                    exit?: Record<string, never> | null;
                    ends_on?: ("answered" | "bought" | "unsubscribed")[];
                    steps?: ({
                        kind?: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @enum {string} */
                    reentry?: "never" | "again";
                    cooldown?: Record<string, never> | null;
                    most_an_hour?: number;
                    description?: string;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        trigger: {
                            /** @enum {string} */
                            kind: "created" | "changed" | "deleted" | "date" | "segment_entered" | "segment_left" | "mail_opened" | "mail_clicked" | "form_sent" | "consent_given" | "consent_withdrawn" | "returned" | "schedule";
                        } & {
                            [key: string]: unknown;
                        };
                        conditions?: Record<string, never> | null;
                        exit?: Record<string, never> | null;
                        ends_on?: ("answered" | "bought" | "unsubscribed")[];
                        steps?: ({
                            kind?: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @enum {string} */
                        reentry?: "never" | "again";
                        cooldown?: Record<string, never> | null;
                        most_an_hour?: number;
                        description?: string;
                        enabled?: boolean;
                        enabled_at?: string | null;
                        enabled_by?: string | null;
                        tripped?: {
                            why: string;
                            at: string;
                        } | null;
                        starter?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_automation_versions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            version: number;
                            at: string;
                            by: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_automation_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
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
                        version: number;
                        object?: string;
                        trigger?: {
                            /** @enum {string} */
                            kind: "created" | "changed" | "deleted" | "date" | "segment_entered" | "segment_left" | "mail_opened" | "mail_clicked" | "form_sent" | "consent_given" | "consent_withdrawn" | "returned" | "schedule";
                        } & {
                            [key: string]: unknown;
                        };
                        conditions?: Record<string, never> | null;
                        exit?: Record<string, never> | null;
                        ends_on?: ("answered" | "bought" | "unsubscribed")[];
                        steps?: ({
                            kind?: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @enum {string} */
                        reentry?: "never" | "again";
                        cooldown?: Record<string, never> | null;
                        most_an_hour?: number;
                        description?: string;
                        starter?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_assignments: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            object: string;
                            /** @enum {string} */
                            mode?: "round_robin" | "open_work";
                            people?: string[];
                            territories?: Record<string, never>[];
                            away?: {
                                person: string;
                                until?: string | null;
                            }[];
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_assignment: {
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
                    object: string;
                    /** @enum {string} */
                    mode?: "round_robin" | "open_work";
                    people?: string[];
                    territories?: Record<string, never>[];
                    away?: {
                        person: string;
                        until?: string | null;
                    }[];
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        /** @enum {string} */
                        mode?: "round_robin" | "open_work";
                        people?: string[];
                        territories?: Record<string, never>[];
                        away?: {
                            person: string;
                            until?: string | null;
                        }[];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_assignment: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        /** @enum {string} */
                        mode?: "round_robin" | "open_work";
                        people?: string[];
                        territories?: Record<string, never>[];
                        away?: {
                            person: string;
                            until?: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_assignment: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_assignment: {
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
                    object?: string;
                    /** @enum {string} */
                    mode?: "round_robin" | "open_work";
                    people?: string[];
                    territories?: Record<string, never>[];
                    away?: {
                        person: string;
                        until?: string | null;
                    }[];
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        /** @enum {string} */
                        mode?: "round_robin" | "open_work";
                        people?: string[];
                        territories?: Record<string, never>[];
                        away?: {
                            person: string;
                            until?: string | null;
                        }[];
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_automation_parts: {
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
                        triggers: {
                            kind: string;
                            label: Record<string, never>;
                        }[];
                        actions: {
                            name: string;
                            label: Record<string, never>;
                            needs_person: boolean;
                            parameters: {
                                name: string;
                                shape: string;
                                label: Record<string, never>;
                                required: boolean;
                                of: string | null;
                                options: Record<string, never>[];
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_automation_audience: {
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
                        count: number;
                        exact: boolean;
                        sample: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    enable_automation: {
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
                    /** @enum {string} */
                    who?: "new" | "matching";
                    version?: number;
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
                        enabled: boolean;
                        enabled_at: string | null;
                        enabled_by: string | null;
                        tripped: {
                            why: string;
                            at: string;
                        } | null;
                        job: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    disable_automation: {
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
                    stop_runs?: boolean;
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
                        enabled: boolean;
                        enabled_at: string | null;
                        enabled_by: string | null;
                        tripped: {
                            why: string;
                            at: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_automation_counts: {
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
                        entered: number;
                        inside: number;
                        finished: number;
                        exited: number;
                        stopped: number;
                        failed: number;
                        steps: {
                            step: string;
                            inside: number;
                            passed: number;
                        }[];
                        running_cost: {
                            amount: string;
                            currency: string;
                            mails: number;
                            parts: {
                                /** @enum {string} */
                                what: "mail" | "write_unit" | "read_unit" | "message" | "event" | "call_of_a_function" | "gigabyte_second";
                                amount: number;
                                cost: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    try_automation: {
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
                    record: string;
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
                        enters: boolean;
                        keeps_out: string | null;
                        record_name: string | null;
                        steps: {
                            step: string;
                            kind: string;
                            state: string;
                            at: string;
                            told: Record<string, never>;
                        }[];
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
    list_automation_runs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "running" | "waiting" | "finished" | "exited" | "stopped" | "failed";
                standing_at?: string;
                passed?: string;
                since?: string;
            };
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
                        items: {
                            id: string;
                            automation: string;
                            name: string;
                            version: number;
                            /** @enum {string} */
                            state: "running" | "waiting" | "finished" | "exited" | "stopped" | "failed";
                            entered_at: string;
                            ended_at: string | null;
                            plural: string;
                            record: string;
                            step: string | null;
                            due: string | null;
                            why: string | null;
                            cause: {
                                kind: string;
                                at: string;
                                data: Record<string, never>;
                            };
                            problem: Record<string, never> | null;
                            undone_at: string | null;
                            record_name?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_automation_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
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
                        automation: string;
                        name: string;
                        version: number;
                        /** @enum {string} */
                        state: "running" | "waiting" | "finished" | "exited" | "stopped" | "failed";
                        entered_at: string;
                        ended_at: string | null;
                        plural: string;
                        record: string;
                        step: string | null;
                        due: string | null;
                        why: string | null;
                        cause: {
                            kind: string;
                            at: string;
                            data: Record<string, never>;
                        };
                        problem: Record<string, never> | null;
                        undone_at: string | null;
                        record_name?: string | null;
                        log: {
                            at: string;
                            step: string | null;
                            kind: string;
                            state: string;
                            given: Record<string, never>;
                            told: Record<string, never>;
                            touched: Record<string, never>[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    retry_automation_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
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
                        automation: string;
                        name: string;
                        version: number;
                        /** @enum {string} */
                        state: "running" | "waiting" | "finished" | "exited" | "stopped" | "failed";
                        entered_at: string;
                        ended_at: string | null;
                        plural: string;
                        record: string;
                        step: string | null;
                        due: string | null;
                        why: string | null;
                        cause: {
                            kind: string;
                            at: string;
                            data: Record<string, never>;
                        };
                        problem: Record<string, never> | null;
                        undone_at: string | null;
                        record_name?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    retry_automation: {
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
                        taken_up: number;
                        has_more: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    stop_automation_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
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
                        automation: string;
                        name: string;
                        version: number;
                        /** @enum {string} */
                        state: "running" | "waiting" | "finished" | "exited" | "stopped" | "failed";
                        entered_at: string;
                        ended_at: string | null;
                        plural: string;
                        record: string;
                        step: string | null;
                        due: string | null;
                        why: string | null;
                        cause: {
                            kind: string;
                            at: string;
                            data: Record<string, never>;
                        };
                        problem: Record<string, never> | null;
                        undone_at: string | null;
                        record_name?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    undo_automation_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
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
                            plural: string;
                            id: string;
                            verdict: string;
                            fields?: string[];
                            kept?: string[];
                            reason?: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_assignment_shares: {
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
                        groups: {
                            name: string;
                            /** @enum {string} */
                            mode: "round_robin" | "open_work";
                            next: string | null;
                            people: {
                                person: string;
                                is_active: boolean;
                                is_away: boolean;
                                until: string | null;
                                drawn: number;
                                open: number | null;
                            }[];
                        }[];
                        drawn: number;
                        open_work: Record<string, never> | null;
                        latest: {
                            record: string;
                            name: string;
                            person: string;
                            at: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_automation_value: {
        parameters: {
            query?: {
                days?: number;
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
                        days: number;
                        since: string;
                        minutes: {
                            version: number;
                            items: {
                                action: string;
                                label: Record<string, never>;
                                minutes: number;
                                guess: number;
                            }[];
                        };
                        items: {
                            id: string;
                            name: string;
                            version: number;
                            enabled: boolean;
                            runs: number;
                            inside: number;
                            ended: number;
                            failed: number;
                            error_rate: number | null;
                            minutes_saved: number;
                            actions: {
                                action: string;
                                count: number;
                                minutes: number;
                            }[];
                            findings: ("tripped" | "failing" | "nobody_matches" | "never_entered" | "nobody_lately" | "steps_unreached" | "is_new" | "is_off")[];
                            unreached: string[];
                            /** @enum {string} */
                            advice: "mend" | "disable" | "decide" | "wait" | "keep";
                            running_cost: {
                                amount: string;
                                currency: string;
                                mails: number;
                                parts: {
                                    /** @enum {string} */
                                    what: "mail" | "write_unit" | "read_unit" | "message" | "event" | "call_of_a_function" | "gigabyte_second";
                                    amount: number;
                                    cost: string;
                                }[];
                            };
                        }[];
                        total: {
                            runs: number;
                            ended: number;
                            failed: number;
                            minutes_saved: number;
                            error_rate: number | null;
                            running_cost: {
                                amount: string;
                                currency: string;
                                mails: number;
                                parts: {
                                    /** @enum {string} */
                                    what: "mail" | "write_unit" | "read_unit" | "message" | "event" | "call_of_a_function" | "gigabyte_second";
                                    amount: number;
                                    cost: string;
                                }[];
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_automation_minutes: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: number | null;
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
                        version: number;
                        items: {
                            action: string;
                            label: Record<string, never>;
                            minutes: number;
                            guess: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_webhooks: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            url: string;
                            description?: string;
                            is_on?: boolean;
                            off?: string | null;
                            off_at?: string | null;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_webhook: {
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
                    url: string;
                    description?: string;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        url: string;
                        description?: string;
                        is_on?: boolean;
                        off?: string | null;
                        off_at?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_webhook: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        url: string;
                        description?: string;
                        is_on?: boolean;
                        off?: string | null;
                        off_at?: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_webhook: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_webhook: {
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
                    url?: string;
                    description?: string;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        url: string;
                        description?: string;
                        is_on?: boolean;
                        off?: string | null;
                        off_at?: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_webhook_secret: {
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
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    renew_webhook_secret: {
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
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    switch_webhook_on: {
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
                        is_on: boolean;
                        off: string | null;
                        off_at: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    test_webhook: {
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
                        /** @enum {string} */
                        state: "pending" | "made" | "failed";
                        attempts: number;
                        made_at: string;
                        due: string | null;
                        answer: string | null;
                        answered_at: string | null;
                        why: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_webhook_calls: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            state: "pending" | "made" | "failed";
                            attempts: number;
                            made_at: string;
                            due: string | null;
                            answer: string | null;
                            answered_at: string | null;
                            why: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    retry_webhook_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                call: string;
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
                        /** @enum {string} */
                        state: "pending" | "made" | "failed";
                        attempts: number;
                        made_at: string;
                        due: string | null;
                        answer: string | null;
                        answered_at: string | null;
                        why: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_forms: {
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
                            version: number;
                            created_at: string;
                            created_by: string;
                            updated_at: string;
                            updated_by: string;
                            object: string;
                            fields?: {
                                field: string;
                                label?: string;
                                required?: boolean;
                            }[];
                            /** @enum {string} */
                            language?: "es" | "en";
                            title?: string;
                            values?: {
                                [key: string]: unknown;
                            };
                            consent?: (({
                                text: string;
                                purpose?: string;
                                required?: boolean;
                            } | null) | null) | {
                                text: string;
                                purpose?: string;
                                required?: boolean;
                            } | null;
                            thanks?: string;
                            redirect?: string | null;
                            assignment?: string | null;
                            is_open?: boolean;
                            token?: string;
                            url?: string;
                            endpoint?: string;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    create_form: {
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
                    object: string;
                    fields: {
                        field: string;
                        label?: string;
                        required?: boolean;
                    }[];
                    /** @enum {string} */
                    language?: "es" | "en";
                    title?: string;
                    values?: {
                        [key: string]: unknown;
                    };
                    consent?: (({
                        text: string;
                        purpose?: string;
                        required?: boolean;
                    } | null) | null) | {
                        text: string;
                        purpose?: string;
                        required?: boolean;
                    } | null;
                    thanks?: string;
                    redirect?: string | null;
                    assignment?: string | null;
                    is_open?: boolean;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        fields?: {
                            field: string;
                            label?: string;
                            required?: boolean;
                        }[];
                        /** @enum {string} */
                        language?: "es" | "en";
                        title?: string;
                        values?: {
                            [key: string]: unknown;
                        };
                        consent?: (({
                            text: string;
                            purpose?: string;
                            required?: boolean;
                        } | null) | null) | {
                            text: string;
                            purpose?: string;
                            required?: boolean;
                        } | null;
                        thanks?: string;
                        redirect?: string | null;
                        assignment?: string | null;
                        is_open?: boolean;
                        token?: string;
                        url?: string;
                        endpoint?: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    read_form: {
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
                        name: string;
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        fields?: {
                            field: string;
                            label?: string;
                            required?: boolean;
                        }[];
                        /** @enum {string} */
                        language?: "es" | "en";
                        title?: string;
                        values?: {
                            [key: string]: unknown;
                        };
                        consent?: (({
                            text: string;
                            purpose?: string;
                            required?: boolean;
                        } | null) | null) | {
                            text: string;
                            purpose?: string;
                            required?: boolean;
                        } | null;
                        thanks?: string;
                        redirect?: string | null;
                        assignment?: string | null;
                        is_open?: boolean;
                        token?: string;
                        url?: string;
                        endpoint?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    delete_form: {
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    change_form: {
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
                    object?: string;
                    fields?: {
                        field: string;
                        label?: string;
                        required?: boolean;
                    }[];
                    /** @enum {string} */
                    language?: "es" | "en";
                    title?: string;
                    values?: {
                        [key: string]: unknown;
                    };
                    consent?: (({
                        text: string;
                        purpose?: string;
                        required?: boolean;
                    } | null) | null) | {
                        text: string;
                        purpose?: string;
                        required?: boolean;
                    } | null;
                    thanks?: string;
                    redirect?: string | null;
                    assignment?: string | null;
                    is_open?: boolean;
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
                        version: number;
                        created_at: string;
                        created_by: string;
                        updated_at: string;
                        updated_by: string;
                        object: string;
                        fields?: {
                            field: string;
                            label?: string;
                            required?: boolean;
                        }[];
                        /** @enum {string} */
                        language?: "es" | "en";
                        title?: string;
                        values?: {
                            [key: string]: unknown;
                        };
                        consent?: (({
                            text: string;
                            purpose?: string;
                            required?: boolean;
                        } | null) | null) | {
                            text: string;
                            purpose?: string;
                            required?: boolean;
                        } | null;
                        thanks?: string;
                        redirect?: string | null;
                        assignment?: string | null;
                        is_open?: boolean;
                        token?: string;
                        url?: string;
                        endpoint?: string;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_form_sendings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                        items: {
                            plural: string;
                            id: string;
                            name: string | null;
                            at: string;
                            agreed: boolean | null;
                            page: string | null;
                            utm_source: string | null;
                            utm_medium: string | null;
                            utm_campaign: string | null;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    show_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                        firm: string;
                        accent: string | null;
                        title: string;
                        /** @enum {string} */
                        language: "es" | "en";
                        fields: {
                            name: string;
                            label: string;
                            type: string;
                            required: boolean;
                            options: {
                                value: string;
                                label: string;
                            }[];
                        }[];
                        consent: {
                            text: string;
                            purpose: string;
                            required: boolean;
                        } | null;
                        trap: string;
                        ticket: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    send_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                    values: {
                        [key: string]: unknown;
                    };
                    agreed?: boolean;
                    website?: string;
                    utm_source?: string;
                    utm_medium?: string;
                    utm_campaign?: string;
                    utm_term?: string;
                    utm_content?: string;
                    page?: string;
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
                        thanks: string;
                        redirect: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    allow_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    list_automation_starters: {
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
                            label: Record<string, never>;
                            says: Record<string, never>;
                            needs_segment: boolean;
                            is_used: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    begin_automation_starter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "es" | "en";
                    segment?: string;
                    sender?: string;
                    enable?: boolean;
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
                        automation: string;
                        template: string;
                        templates: string[];
                        segment: string | null;
                        enabled: boolean;
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
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
}
