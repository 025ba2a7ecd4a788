/** What each route brings when it is opened first, and how much it may weigh; the build joins files by it, and `npm run budgets` weighs them. */

export const LIMITS = { entry: 175_000, route: 270_000, form: 90_000 };

/** Chunks that a page brings beside its entry: the frame, then the page, then what the page loads at once. */
const SHELL = "src/app/staffShell.tsx";
export const words = (namespace) => `src/i18n/locales/es/${namespace}.json`;
/** What every page of the settings brings beside itself. */
const SETTINGS = [SHELL, words("admin"), "src/admin/settings/SettingsFrame.tsx"];
/** What each part of a campaign comes with. */
const CAMPAIGN = [words("records"), SHELL, words("campaigns"), "src/app/campaignPage.tsx"];
const AUTOMATION = [SHELL, words("automations"), words("segments"), words("filters"), "src/app/automationPage.tsx"];
const LIST = [words("lists"), words("filters"), SHELL, "src/app/listPage.tsx", "src/kit/list/RecordList.tsx"];
export const ROUTES = {
  "sign in, sign up": [words("session"), "src/app/authPages.tsx"],
  today: [words("today"), SHELL, "src/app/todayPage.tsx"],
  list: [...LIST, "src/kit/list/RecordTable.tsx"],
  "list on a phone": [...LIST, "src/kit/list/RecordCards.tsx"],
  "list in groups": [...LIST, "src/kit/list/RecordTable.tsx", "src/kit/list/RecordListGroups.tsx"],
  board: [words("lists"), words("filters"), SHELL, "src/app/listPage.tsx", "src/app/boardLayout.tsx"],
  record: [words("records"), SHELL, "src/app/recordPage.tsx"],
  notifications: [SHELL, "src/shell/notifications/NotificationsPage.tsx"],
  "new import": [words("imports"), SHELL, "src/app/newImportPage.tsx"],
  import: [words("imports"), SHELL, "src/app/importPage.tsx"],
  "import, its columns": [words("imports"), SHELL, "src/app/importPage.tsx", "src/kit/import/ImportReview.tsx"],
  imports: [words("imports"), SHELL, "src/kit/import/ImportsPage.tsx"],
  jobs: [words("jobs"), SHELL, "src/kit/jobs/JobsPage.tsx"],
  job: [words("jobs"), SHELL, "src/app/jobPage.tsx"],
  trash: [words("jobs"), SHELL, "src/app/trashPage.tsx"],
  settings: [...SETTINGS, "src/admin/settings/SettingsIndex.tsx"],
  objects: [...SETTINGS, "src/admin/objects/ObjectsPage.tsx"],
  object: [words("filters"), ...SETTINGS, "src/admin/objects/ObjectPage.tsx"],
  pipelines: [...SETTINGS, "src/admin/pipelines/PipelinesPage.tsx"],
  currencies: [...SETTINGS, "src/admin/currencies/CurrenciesPage.tsx"],
  users: [...SETTINGS, "src/admin/users/UsersPage.tsx"],
  role: [...SETTINGS, "src/app/rolePage.tsx"],
  duplicates: [...SETTINGS, "src/app/duplicatePages.tsx"],
  audit: [words("records"), ...SETTINGS, "src/app/auditPage.tsx"],
  tags: [...SETTINGS, "src/admin/tags/TagsPage.tsx"],
  privacy: [...SETTINGS, "src/admin/privacy/PrivacyPage.tsx"],
  account: [words("session"), SHELL, words("admin"), "src/admin/account/AccountPage.tsx"],
  company: [...SETTINGS, "src/admin/company/CompanyPage.tsx"],
  "API keys": [...SETTINGS, "src/admin/keys/ApiKeysPage.tsx"],
  failures: [...SETTINGS, words("failures"), words("jobs"), words("problems"), "src/app/failuresPage.tsx"],
  "action rules": [...SETTINGS, words("actionRules"), words("filters"), "src/app/actionRulesPage.tsx"],
  marketing: [...SETTINGS, words("marketing"), "src/features/marketing/MarketingPage.tsx"],
  "behind the reputation": [...SETTINGS, words("marketing"), "src/app/reputationPage.tsx"],
  exclusions: [...SETTINGS, words("marketing"), "src/features/marketing/ExclusionsPage.tsx"],
  webhooks: [...SETTINGS, words("webhooks"), "src/features/webhooks/WebhooksPage.tsx"],
  webhook: [...SETTINGS, words("webhooks"), "src/app/webhookPage.tsx"],
  sending: [...SETTINGS, "src/admin/sending/SendingPage.tsx"],
  automations: [SHELL, words("automations"), "src/features/automations/AutomationsPage.tsx"],
  automation: AUTOMATION,
  "value of automations": [
    SHELL,
    words("automations"),
    words("worth"),
    words("costs"),
    "src/app/automationValuePage.tsx",
  ],
  "runs of an automation": [...AUTOMATION, "src/features/automations/RunsTab.tsx"],
  "run of an automation": [SHELL, words("automations"), words("filters"), "src/app/automationRunPage.tsx"],
  "assignment rules": [
    SHELL,
    words("automations"),
    words("segments"),
    words("filters"),
    "src/features/automations/rules/RulesPage.tsx",
  ],
  assignment: [SHELL, words("automations"), words("segments"), words("filters"), "src/app/assignmentPage.tsx"],
  "new campaign": [SHELL, words("campaigns"), "src/features/campaigns/NewCampaignPage.tsx"],
  "plan of a campaign": [...CAMPAIGN, "src/features/campaigns/PlanTab.tsx"],
  "launch of a campaign": [...CAMPAIGN, "src/features/campaigns/SendTab.tsx", "src/features/campaigns/Review.tsx"],
  "campaign on its way": [...CAMPAIGN, "src/features/campaigns/SendTab.tsx", "src/features/campaigns/Launched.tsx"],
  "results of a campaign": [
    ...[...CAMPAIGN, "src/features/campaigns/ResultsTab.tsx", "src/features/campaigns/Variants.tsx"],
    "src/features/campaigns/BehaviourPart.tsx",
  ],
  "behind a campaign": [SHELL, words("campaigns"), "src/app/campaignLists.tsx"],
  alarms: [SHELL, words("alarms"), "src/features/alarms/AlarmsPage.tsx"],
  alarm: [SHELL, words("alarms"), "src/app/alarmPage.tsx"],
  "making an alarm": [SHELL, words("alarms"), "src/features/alarms/AlarmsPage.tsx", "src/kit/alarms/AlarmDialog.tsx"],
  segments: [SHELL, words("segments"), "src/features/segments/SegmentsPage.tsx"],
  segment: [words("filters"), SHELL, words("segments"), "src/app/segmentPage.tsx"],
  "new segment": [words("filters"), SHELL, words("segments"), "src/features/segments/NewSegmentPage.tsx"],
  forms: [SHELL, words("forms"), "src/features/forms/FormsPage.tsx"],
  form: [SHELL, words("forms"), "src/app/formPage.tsx"],
  preferences: [words("consent"), "src/app/linkPages.tsx"],
  templates: [SHELL, words("templates"), "src/features/templates/TemplatesPage.tsx"],
  template: [
    ...[SHELL, words("templates"), "src/app/templatePage.tsx"],
    ...["src/features/templates/Preview.tsx", "src/features/templates/Findings.tsx"],
  ],
};
